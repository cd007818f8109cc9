package dev.segue.http;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A test class that only asks: one server for all its tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServedTest {
  Path home;
  Served served;

  @BeforeAll
  void serve(@TempDir Path temp) throws Exception {
    home = temp;
    served = Served.start(temp);
  }

  @AfterAll
  void stop() {
    served.close();
  }
}
