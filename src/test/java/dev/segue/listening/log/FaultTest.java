package dev.segue.listening.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTest {
  @ParameterizedTest
  @CsvSource({
    "0, AWAY",
    "1, FAILED",
    "5, BUSY",
    "6, BUSY",
    "8, READ_ONLY",
    "11, DAMAGED",
    "13, FULL",
    "14, UNOPENED",
    "26, NO_SQLITE"
  })
  void codesOfSqlite(int code, Fault fault) {
    assertThat(Fault.of(new SQLException("", null, code))).isEqualTo(fault);
  }

  @ParameterizedTest
  @CsvSource({
    "08001, AWAY",
    "08006, AWAY",
    "57P01, AWAY",
    "57P03, AWAY",
    "57014, BUSY",
    "40P01, BUSY",
    "53300, BUSY",
    "55P03, BUSY",
    "53100, FULL",
    "08004, SHUT",
    "28000, SHUT",
    "28P01, SHUT",
    "3D000, MISSING",
    "42501, FORBIDDEN",
    "42P01, FAILED",
    "25006, READ_ONLY",
    "XX001, DAMAGED",
    "'', FAILED"
  })
  void statesOfPostgres(String state, Fault fault) {
    assertThat(Fault.of(new SQLException("", state, 0))).isEqualTo(fault);
  }
}
