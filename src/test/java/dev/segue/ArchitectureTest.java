package dev.segue;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table of rooms in ARCHITECTURE.md, as code: who may import whom, and which library where. */
class ArchitectureTest {
  private static final String ROOT = "dev.segue.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.segue");

  /** A room, the rooms below that it may import, and the libraries it may know besides the JDK. */
  private record Room(String name, List<String> rooms, List<String> libraries) {
    static Room of(String name, String rooms, String... libraries) {
      return new Room(
          name, rooms.isEmpty() ? List.of() : List.of(rooms.split(" ")), List.of(libraries));
    }
  }

  private static final List<Room> ROOMS =
      List.of(
          Room.of("catalog", "", "org.apache.commons.csv.."),
          Room.of("catalog.synthetic", "catalog"),
          Room.of("vector", "catalog", "org.hipparchus.."),
          Room.of("rank", "catalog vector"),
          Room.of("query", "catalog"),
          Room.of("experiment", "query", "tools.jackson.."),
          Room.of("recording", "catalog query", "org.apache.commons.codec.."),
          Room.of("index", "catalog vector rank query"),
          Room.of(
              "index.lucene",
              "catalog vector rank query index",
              "org.apache.lucene..",
              "org.apache.commons.codec..",
              "com.ibm.icu.."),
          Room.of("search", "catalog vector rank query index"),
          Room.of("recommend", "catalog vector rank query index"),
          Room.of(
              "playlist", "catalog vector rank query index recommend", "org.apache.commons.csv.."),
          Room.of("listening", "query", "org.apache.commons.csv..", "tools.jackson.."),
          Room.of(
              "listening.model",
              "catalog query listening",
              "org.ejml..",
              "org.bytedeco..",
              "tools.jackson.."),
          Room.of("listening.rating", "catalog query listening listening.model"),
          Room.of(
              "listening.log",
              "query",
              "com.zaxxer.hikari..",
              "org.flywaydb..",
              "org.jdbi..",
              "org.slf4j..",
              "tools.jackson.."),
          Room.of(
              "listener",
              "catalog vector rank query index recommend listening.model listening.log"),
          Room.of("evaluate", "catalog vector rank query index search recommend playlist"),
          Room.of("evaluate.protocol", "catalog query listening listening.model"),
          Room.of(
              "evaluate.ranking",
              "catalog vector query index recommend listener evaluate evaluate.protocol listening"
                  + " listening.model"),
          Room.of(
              "evaluate.ratings",
              "catalog query evaluate evaluate.protocol listening listening.model"
                  + " listening.rating"),
          Room.of(
              "evaluate.experiment",
              "catalog query experiment evaluate listening listening.log",
              "org.hipparchus.."),
          Room.of(
              "engine",
              "catalog vector rank query recording index index.lucene search recommend playlist"
                  + " listening listening.model listening.log listener",
              "tools.jackson..",
              "com.fasterxml.jackson.annotation..",
              "org.apache.commons.csv..",
              "org.slf4j.."),
          Room.of(
              "http",
              "catalog vector rank query index search recommend playlist listening.log experiment"
                  + " engine http.api http.spotify",
              "io.javalin..",
              "org.eclipse.jetty..",
              "jakarta.servlet..",
              "kotlin..",
              "io.micrometer..",
              "io.prometheus..",
              "tools.jackson..",
              "org.slf4j.."),
          Room.of(
              "http.api",
              "catalog vector rank query index search recommend playlist listening.log listener"
                  + " experiment engine",
              "io.javalin..",
              "kotlin..",
              "tools.jackson..",
              "com.fasterxml.jackson.annotation.."),
          Room.of(
              "http.spotify",
              "catalog rank query index search recommend engine http.api",
              "com.fasterxml.jackson.annotation.."),
          Room.of(
              "bench",
              "catalog vector rank query index search recommend playlist listener evaluate engine"
                  + " http"),
          Room.of(
              "cli",
              "catalog catalog.synthetic vector rank query recording index search recommend engine"
                  + " http http.api http.spotify bench evaluate evaluate.protocol evaluate.ranking"
                  + " evaluate.ratings evaluate.experiment experiment listener listening"
                  + " listening.model listening.rating listening.log",
              "picocli..",
              "org.apache.commons.csv..",
              "me.tongfei.progressbar..",
              "ch.qos.logback..",
              "tools.jackson..",
              "org.slf4j.."));

  @TestFactory
  Stream<DynamicTest> importsPointDown() {
    return ROOMS.stream()
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room.name(),
                    () -> {
                      List<String> allowed =
                          new ArrayList<>(
                              List.of(
                                  "java..",
                                  "javax..",
                                  "jdk.incubator.vector..",
                                  "com.google.errorprone.annotations.."));
                      allowed.add(ROOT + room.name());
                      room.rooms().forEach(lower -> allowed.add(ROOT + lower));
                      allowed.addAll(room.libraries());
                      classes()
                          .that()
                          .resideInAPackage(ROOT + room.name())
                          .should()
                          .onlyDependOnClassesThat()
                          .resideInAnyPackage(allowed.toArray(String[]::new))
                          .allowEmptyShould(true)
                          .check(CLASSES);
                    }));
  }

  @Test
  void everyPackageIsARoom() {
    Set<String> packages =
        CLASSES.stream()
            .map(type -> type.getPackageName().substring(ROOT.length()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(ROOMS.stream().map(Room::name).toList()).containsAll(packages);
  }

  @Test
  void noCycles() {
    SlicesRuleDefinition.slices()
        .matching("dev.segue.(**)")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void everyRoomIsDescribed() throws Exception {
    List<String> undescribed = new ArrayList<>();
    for (String root : List.of("src/main/java", "src/test/java")) {
      try (Stream<Path> folders = Files.walk(Path.of(root, "dev/segue"))) {
        for (Path folder : folders.filter(Files::isDirectory).toList()) {
          if (hasJava(folder) && !described(root, folder)) {
            undescribed.add(folder.toString());
          }
        }
      }
    }
    assertThat(undescribed).as("folders without a package-info.java").isEmpty();
  }

  private static boolean hasJava(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    }
  }

  /** A test folder is described by the room that it tests. */
  private static boolean described(String root, Path folder) {
    return Files.exists(folder.resolve("package-info.java"))
        || Files.exists(
            Path.of("src/main/java")
                .resolve(Path.of(root).relativize(folder))
                .resolve("package-info.java"));
  }
}
