package dev.segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The real {@code ./segue}, run as a process.
 *
 * <p>What the script does is tested with a pretended JDK and a pretended Maven (shell scripts that
 * say how they were called); that the package runs is tested with the real ones.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
  private static final String SAY_HOW_I_WAS_CALLED =
      """
      #!/bin/sh
      for argument in "$@"; do
        case $argument in -XX:ArchiveClassesAtExit=*) : >"${argument#*=}"; exit 0 ;; esac
      done
      printf 'pid=%s\\nfolder=%s\\n' "$$" "$(pwd)"
      printf '[%s]\\n' "$@"
      exit "${EXIT_CODE:-0}"
      """;
  private static final List<String> TOOLS =
      List.of("sh", "cat", "cksum", "find", "head", "mkdir", "readlink", "sed");

  @TempDir Path temp;
  private Path jdk;

  /** What a run left behind. */
  private record Run(int exitCode, String out, String err, long pid) {}

  @BeforeEach
  void pretendJdk() throws Exception {
    temp = temp.toRealPath();
    jdk = jdk("jdk", "21.0.3");
  }

  /** A JDK whose java says how it was called. */
  private Path jdk(String name, String version) throws IOException {
    Path home = temp.resolve(name);
    executable(home.resolve("bin/java"), SAY_HOW_I_WAS_CALLED);
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  /** An unpacked package without a program. */
  private Path unpacked(String name) throws IOException {
    Path home = Files.createDirectories(temp.resolve(name));
    Files.copy(Path.of("segue"), home.resolve("segue"));
    Files.createDirectories(home.resolve("lib"));
    Files.writeString(home.resolve("lib/segue-1.2.jar"), "no jar");
    return home;
  }

  private static void executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A command, prepared to run with the pretended JDK and without a cache. */
  private ProcessBuilder command(Object... words) {
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(Stream.of(words).map(Object::toString).toList()))
            .directory(temp.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("SEGUE_"));
    builder.environment().remove("JAVA_HOME");
    builder.environment().put("SEGUE_JAVA", jdk.toString());
    builder.environment().put("XDG_CACHE_HOME", "/dev/null");
    return builder;
  }

  private Run run(Object... words) throws Exception {
    return run(command(words));
  }

  private Run run(ProcessBuilder builder) throws Exception {
    Path out = Files.createTempFile(temp, "out", ".txt");
    Path err = Files.createTempFile(temp, "err", ".txt");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running: " + builder.command());
    }
    return new Run(
        process.exitValue(), Files.readString(out), Files.readString(err), process.pid());
  }

  @Nested
  class Starting {
    @Test
    void argumentsArriveVerbatim() throws Exception {
      Run run = run(unpacked("home").resolve("segue"), "a b", "", "*", "it's \"so\"", "$HOME", "é");
      assertThat(run.out())
          .endsWith("[dev.segue.cli.Main]\n[a b]\n[]\n[*]\n[it's \"so\"]\n[$HOME]\n[é]\n");
      assertThat(run.err()).isEmpty();
    }

    @Test
    void withoutArgumentsNoneArrive() throws Exception {
      assertThat(run(unpacked("home").resolve("segue")).out())
          .endsWith("[-cp]\n[" + temp + "/home/lib/*]\n[dev.segue.cli.Main]\n");
    }

    @Test
    void theCallersFolderStaysAndTheHomeIsTold() throws Exception {
      Path home = unpacked("a home");
      Path elsewhere = Files.createDirectories(temp.resolve("else where"));
      Run run = run(command("../a home/segue").directory(elsewhere.toFile()));
      assertThat(run.out())
          .contains("folder=" + elsewhere + "\n")
          .contains("[-Dsegue.home=" + home + "]\n");
    }

    @Test
    void symlinksAreFollowed() throws Exception {
      Path home = unpacked("a home");
      Path bin = Files.createDirectories(temp.resolve("bin"));
      Files.createSymbolicLink(bin.resolve("relative"), Path.of("../a home/segue"));
      Files.createSymbolicLink(bin.resolve("linked"), bin.resolve("relative"));
      Files.createSymbolicLink(temp.resolve("other bin"), bin);
      for (String link : List.of("bin/relative", "bin/linked", "other bin/linked")) {
        assertThat(run(temp.resolve(link)).out())
            .as(link)
            .contains("[-Dsegue.home=" + home + "]\n");
      }
      ProcessBuilder onPath = command("sh", "-c", "linked");
      onPath.environment().merge("PATH", bin.toString(), (path, first) -> first + ":" + path);
      assertThat(run(onPath).out()).contains("[-Dsegue.home=" + home + "]\n");
    }

    @Test
    void theScriptBecomesTheJvmAndItsExitCodeIsTheProgramsOwn() throws Exception {
      ProcessBuilder builder = command(unpacked("home").resolve("segue"));
      builder.environment().put("EXIT_CODE", "4");
      Run run = run(builder);
      assertThat(run.exitCode()).isEqualTo(4);
      assertThat(run.out()).startsWith("pid=" + run.pid() + "\n");
    }

    @Test
    void moreJvmOptionsComeLast() throws Exception {
      ProcessBuilder builder = command(unpacked("home").resolve("segue"));
      builder.environment().put("SEGUE_JAVA_OPTS", "-Xmx1g  -Dx=* -XX:+UseParallelGC");
      String out = run(builder).out();
      assertThat(out).contains("[-Xmx1g]\n[-Dx=*]\n[-XX:+UseParallelGC]\n[-cp]\n");
      assertThat(out).doesNotContain("UseSerialGC");
    }

    @Test
    void anIncompletePackageIsSaidInOneLine() throws Exception {
      Path home = unpacked("home");
      Files.delete(home.resolve("lib/segue-1.2.jar"));
      assertOneLine(run(home.resolve("segue")), "incomplete");
    }
  }

  @Nested
  class FindingJava {
    @ParameterizedTest
    @ValueSource(strings = {"21", "21.0.3", "25-ea", "25.0.3", "100"})
    void aNewEnoughOneIsTaken(String version) throws Exception {
      jdk = jdk("other", version);
      assertThat(run(unpacked("home").resolve("segue")).exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1.8.0_392,8", "11.0.2,11", "17,17", "20.0.1,20", "9-ea,9"})
    void aChosenOneThatIsTooOldIsRefused(String version, String feature) throws Exception {
      jdk = jdk("old", version);
      Run run = run(unpacked("home").resolve("segue"));
      assertOneLine(run, "SEGUE_JAVA=" + jdk + " is Java " + feature + ",", "JDK 21 or newer");
    }

    @Test
    void aChosenOneThatIsNoneIsRefused() throws Exception {
      jdk = temp.resolve("nowhere");
      assertOneLine(run(unpacked("home").resolve("segue")), "SEGUE_JAVA=" + jdk, "21 or newer");
    }

    @Test
    void theBinaryMayBeChosenInsteadOfTheHome() throws Exception {
      Path home = unpacked("home");
      jdk = jdk.resolve("bin/java");
      assertThat(run(home.resolve("segue")).exitCode()).isZero();
      ProcessBuilder relative = command(home.resolve("segue"));
      relative.environment().put("SEGUE_JAVA", "./jdk");
      assertThat(run(relative).exitCode()).isZero();
    }

    @Test
    void aJavaWithoutReleaseFileIsAsked() throws Exception {
      Files.delete(jdk.resolve("release"));
      executable(
          jdk.resolve("bin/java"),
          "#!/bin/sh\n[ \"$1\" = -version ] && echo 'openjdk version \"17.0.1\" x' >&2\n");
      assertOneLine(run(unpacked("home").resolve("segue")), "is Java 17,");
    }

    @Test
    void withoutAChoiceJavaHomeComesFirstThenThePath() throws Exception {
      Path onPath = jdk("on path", "22");
      ProcessBuilder builder = command(unpacked("home").resolve("segue"));
      builder.environment().remove("SEGUE_JAVA");
      builder.environment().put("EXIT_CODE", "0");
      builder.environment().merge("PATH", onPath + "/bin", (path, first) -> first + ":" + path);
      executable(onPath.resolve("bin/java"), "#!/bin/sh\necho on the path\n");
      builder.environment().put("JAVA_HOME", jdk.toString());
      assertThat(run(builder).out()).contains("[dev.segue.cli.Main]");
      builder.environment().put("JAVA_HOME", jdk("old", "17.0.1").toString());
      assertThat(run(builder).out()).isEqualTo("on the path\n");
    }
  }

  @Nested
  class Building {
    private Path checkout;
    private Path builds;

    @BeforeEach
    void pretendCheckoutAndMaven() throws Exception {
      checkout = Files.createDirectories(temp.resolve("check out"));
      builds = temp.resolve("builds.txt");
      Files.copy(Path.of("segue"), checkout.resolve("segue"));
      Files.writeString(
          checkout.resolve("pom.xml"), "<project>\n  <version>1.2</version>\n</project>\n");
      Files.createDirectories(checkout.resolve("src/main/java"));
      Files.writeString(checkout.resolve("src/main/java/A.java"), "class A {}");
      Files.writeString(checkout.resolve("src/main/java/B.java"), "class B {}");
      age(checkout);
      maven("mkdir -p target/lib && : >target/segue-1.2.jar");
    }

    /** As if everything had been there for a minute: file times are coarse on some systems. */
    private void age(Path folder) throws IOException {
      FileTime aMinuteAgo = FileTime.from(Instant.now().minusSeconds(60));
      try (Stream<Path> files = Files.walk(folder)) {
        files.forEach(
            file -> {
              try {
                Files.setLastModifiedTime(file, aMinuteAgo);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
      }
    }

    private void maven(String work) throws IOException {
      executable(
          temp.resolve("maven/mvn"),
          "#!/bin/sh\necho \"$*\" >>'" + builds + "'\necho Maven speaks\n" + work + "\n");
    }

    private ProcessBuilder start() {
      ProcessBuilder builder = command(checkout.resolve("segue"), "word");
      builder.environment().merge("PATH", temp + "/maven", (path, first) -> first + ":" + path);
      return builder;
    }

    private long builds() throws IOException {
      return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    @Test
    void aFreshCheckoutIsBuiltOnceAndQuietly() throws Exception {
      Run first = run(start());
      assertThat(first.exitCode()).isZero();
      assertThat(first.out())
          .startsWith("pid=")
          .contains("folder=" + temp + "\n")
          .endsWith(
              "[-cp]\n[" + checkout + "/target/segue-1.2.jar]\n[dev.segue.cli.Main]\n[word]\n");
      assertThat(first.err()).startsWith("Building Segue …").hasLineCount(1);
      assertThat(builds()).isEqualTo(1);

      Run second = run(start());
      assertThat(second.err()).isEmpty();
      assertThat(builds()).isEqualTo(1);
      try (Stream<Path> left = Files.list(checkout.resolve("target"))) {
        assertThat(left.map(file -> file.getFileName().toString()))
            .containsExactlyInAnyOrder("lib", "segue-1.2.jar", "segue-launcher.log");
      }
    }

    @Test
    void whatMavenHasBuiltIsTaken() throws Exception {
      Files.createDirectories(checkout.resolve("target/lib"));
      Files.writeString(checkout.resolve("target/segue-1.2.jar"), "jar");
      assertThat(run(start()).exitCode()).isZero();
      assertThat(builds()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"changed", "added", "deleted", "pom", "target"})
    void aChangeIsBuilt(String change) throws Exception {
      run(start());
      age(checkout);
      Path sources = checkout.resolve("src/main/java");
      switch (change) {
        case "changed" -> Files.writeString(sources.resolve("A.java"), "final class A {}");
        case "added" -> Files.writeString(sources.resolve("C.java"), "class C {}");
        case "deleted" -> Files.delete(sources.resolve("B.java"));
        case "pom" ->
            Files.setLastModifiedTime(
                checkout.resolve("pom.xml"), FileTime.from(Instant.now().minusSeconds(5)));
        default -> {
          Files.delete(checkout.resolve("target/segue-1.2.jar"));
          Files.delete(checkout.resolve("target/lib"));
        }
      }
      Run run = run(start());
      assertThat(run.exitCode()).isZero();
      assertThat(builds()).isEqualTo(2);
    }

    @Test
    void whatIsEditedDuringABuildIsBuiltNextTime() throws Exception {
      maven("mkdir -p target/lib; sleep 1.1; : >src/main/java/A.java; : >target/segue-1.2.jar");
      run(start());
      maven(": >target/segue-1.2.jar");
      run(start());
      assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aFailedBuildShowsMavensOutputAndIsTriedAgain() throws Exception {
      maven("mkdir -p target/lib; : >target/segue-1.2.jar; echo 'A.java is wrong'; exit 1");
      for (int i = 1; i <= 2; i++) {
        Run run = run(start());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Maven speaks", "A.java is wrong", "the build failed");
        assertThat(builds()).isEqualTo(i);
      }
    }

    @Test
    void withoutMavenOneLineSaysSo() throws Exception {
      Path bin = temp.resolve("tools");
      for (String tool : TOOLS) {
        executable(bin.resolve(tool), "#!/bin/sh\nexec " + onPath(tool) + " \"$@\"\n");
      }
      ProcessBuilder builder = start();
      builder.environment().put("PATH", bin.toString());
      assertOneLine(run(builder), "needs Maven");
    }

    private Path onPath(String tool) {
      return Stream.of(System.getenv("PATH").split(":", -1))
          .map(folder -> Path.of(folder, tool))
          .filter(Files::isExecutable)
          .findFirst()
          .orElseThrow();
    }

    @Test
    void twoAtOnceBuildOnce() throws Exception {
      maven("sleep 1; mkdir -p target/lib && : >target/segue-1.2.jar");
      List<Process> both = new ArrayList<>();
      for (String output : List.of("one", "two")) {
        both.add(
            start()
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve(output).toFile())
                .start());
      }
      for (Process process : both) {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
      }
      assertThat(builds()).isEqualTo(1);
    }

    @Test
    void theLockOfADeadBuildIsTakenAway() throws Exception {
      Process dead = new ProcessBuilder("true").start();
      dead.waitFor();
      Path lock =
          Files.createDirectories(checkout.resolve("target")).resolve("segue-launcher.lock");
      Files.createSymbolicLink(lock, Path.of(Long.toString(dead.pid())));
      assertThat(run(start()).exitCode()).isZero();
      assertThat(builds()).isEqualTo(1);
      assertThat(Files.isSymbolicLink(lock)).isFalse();
    }
  }

  @Nested
  class Archiving {
    @Test
    void theFirstStartMakesAnArchiveForTheLaterOnes() throws Exception {
      Path cache = temp.resolve("cache");
      Path home = unpacked("home");
      ProcessBuilder builder = command(home.resolve("segue"));
      builder.environment().put("XDG_CACHE_HOME", cache.toString());
      assertThat(run(builder).out()).doesNotContain("SharedArchiveFile");
      Path first = awaitArchive(cache);
      assertThat(run(builder).out()).contains("[-XX:SharedArchiveFile=" + first + "]");

      Files.writeString(home.resolve("lib/segue-1.2.jar"), "another build");
      assertThat(run(builder).out()).doesNotContain("SharedArchiveFile");
      assertThat(awaitArchive(cache)).isNotEqualTo(first);
    }

    private Path awaitArchive(Path cache) throws Exception {
      for (int i = 0; i < 300; i++) {
        try (Stream<Path> files = Files.list(cache.resolve("segue"))) {
          List<Path> all = files.toList();
          if (all.size() == 1 && all.get(0).toString().endsWith(".jsa")) {
            return all.get(0);
          }
        }
        Thread.sleep(100);
      }
      throw new AssertionError("no archive");
    }
  }

  /** The package that {@code mvn package} leaves, with the real program and a real JDK. */
  @Nested
  class Packaged {
    private Path home;

    @BeforeEach
    void unpack() throws Exception {
      Path archive;
      try (Stream<Path> files = Files.list(Path.of("target"))) {
        archive =
            files
                .filter(file -> file.getFileName().toString().matches("segue-.*\\.tar\\.gz"))
                .max((a, b) -> Long.compare(a.toFile().lastModified(), b.toFile().lastModified()))
                .orElseThrow(() -> new AssertionError("no package: run mvn package first"));
      }
      Path unpacked = Files.createDirectories(temp.resolve("un packed"));
      assertThat(run("tar", "xzf", archive.toAbsolutePath(), "-C", unpacked).exitCode()).isZero();
      try (Stream<Path> tops = Files.list(unpacked)) {
        home = tops.toList().get(0);
      }
      assertThat(home.getFileName() + ".tar.gz").isEqualTo(archive.getFileName().toString());
      jdk = Path.of(System.getProperty("java.home"));
    }

    private ProcessBuilder start(String... arguments) throws IOException {
      ProcessBuilder builder = command(home.resolve("segue"));
      builder.command().addAll(List.of(arguments));
      executable(temp.resolve("maven/mvn"), "#!/bin/sh\n: >'" + temp + "/maven was called'\n");
      builder.environment().merge("PATH", temp + "/maven", (path, first) -> first + ":" + path);
      return builder;
    }

    @Test
    void itRunsWithoutMaven() throws Exception {
      Run version = run(start("--version"));
      assertThat(version.exitCode()).as(version.err()).isZero();
      assertThat(version.out()).containsPattern("[0-9]+\\.[0-9]+").hasLineCount(1);
      Run help = run(start("--help"));
      assertThat(help.exitCode()).isZero();
      assertThat(help.out()).contains("segue");
      Run wrong = run(start("--no-such-option"));
      assertThat(wrong.exitCode()).isEqualTo(2);
      assertThat(wrong.out()).isEmpty();
      assertThat(temp.resolve("maven was called")).doesNotExist();
    }

    @Test
    void theJvmHasWhatTheProgramNeeds() throws Exception {
      ProcessBuilder builder = start("--version");
      builder.environment().put("SEGUE_JAVA_OPTS", "-XX:+PrintCommandLineFlags");
      assertThat(run(builder).out()).contains("-XX:+UseSerialGC", "-XX:InitialHeapSize=50331648 ");
    }

    @Test
    void longWorkHasRoomInMemoryAndTheUsersOptionsWin() throws Exception {
      ProcessBuilder builder = start("index", "--help");
      builder.environment().put("SEGUE_JAVA_OPTS", "-XX:+PrintCommandLineFlags -Xmx40m");
      Run run = run(builder);
      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).contains("-XX:InitialRAMPercentage=3", "-XX:MaxHeapSize=41943040 ");
    }

    @Test
    void onlyWhatIsSoonOverIsCompiledInHaste() throws Exception {
      String hasty = "-XX:TieredStopAtLevel=1 ";
      for (String command : List.of("search", "recommend", "generate", "train")) {
        ProcessBuilder builder = start(command, "--help");
        builder.environment().put("SEGUE_JAVA_OPTS", "-XX:+PrintCommandLineFlags");
        String out = run(builder).out();
        assertThat(out).contains("-XX:+UseSerialGC");
        assertThat(out.contains(hasty)).isEqualTo(command.matches("search|recommend"));
      }
    }

    @Test
    void theVectorsComeWithAGreetingThatShortAnswersAreSpared() throws Exception {
      assertThat(run(start("index")).err()).contains("jdk.incubator.vector");
      assertThat(run(start("bench", "--help")).err()).contains("jdk.incubator.vector");
      assertThat(run(start("--client-keys", "none.txt")).err()).contains("jdk.incubator.vector");
      assertThat(run(start("--version")).err()).isEmpty();
    }

    @Test
    void itHoldsWhatItsReadersNeed() {
      for (String file : List.of("segue", "LICENSE", "CHANGELOG.md", "THIRD-PARTY.txt")) {
        assertThat(home.resolve(file)).isRegularFile();
      }
      assertThat(home.resolve("index/README.md")).isRegularFile();
      assertThat(home.resolve("segue")).isExecutable();
      assertThat(home.resolve("pom.xml")).doesNotExist();
    }
  }

  private static void assertOneLine(Run run, String... parts) {
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("segue: ").hasLineCount(1).contains(parts);
  }
}
