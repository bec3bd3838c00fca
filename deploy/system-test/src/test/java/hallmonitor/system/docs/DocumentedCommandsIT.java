package hallmonitor.system.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs commands of the documents as they are written, on what this build has made. */
class DocumentedCommandsIT {
  private static final Path ROOT = MarkdownFile.repository();
  private static final List<MarkdownFile> DOCUMENTS = MarkdownFile.in(ROOT);

  @TempDir private Path folder;

  /** Maven keeps an old jar if nothing in it changed, and then the scripts build it again. */
  @BeforeAll
  static void theToolsAreNewerThanTheirSources() throws IOException {
    Files.setLastModifiedTime(
        ROOT.resolve("moderation-service/training/target/training.jar"),
        FileTime.from(Instant.now()));
  }

  static Stream<ShellExample> examples() {
    return DOCUMENTS.stream().flatMap(document -> ShellExample.of(document).stream());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aCommandAnswersWhatItsDocumentShows(ShellExample example) throws Exception {
    String answer = answer(example.command());

    assertThat(example.shows(answer))
        .as("shown:%n%s%nanswered:%n%s", example.answer(), answer)
        .isTrue();
  }

  /** The commands that must run as written and that no example runs. */
  static Stream<String> otherCommands() {
    CommandRuns runs = CommandRuns.of(ROOT);
    return DOCUMENTS.stream()
        .flatMap(document -> CommandLines.of(document).stream())
        .filter(command -> runs.entry(command).orElseThrow().by().equals(CommandRuns.AS_WRITTEN))
        .filter(command -> examples().noneMatch(e -> isIn(e.command(), command)))
        .map(CommandLines.Command::text)
        .distinct();
  }

  private static boolean isIn(String example, CommandLines.Command command) {
    return command.words().stream().allMatch(example::contains);
  }

  @ParameterizedTest
  @MethodSource("otherCommands")
  void aCommandRunsAsItIsWritten(String command) throws Exception {
    assertThat(answer(command)).isNotBlank();
  }

  static Stream<String> tools() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("deploy"))) {
      return files
          .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
          .map(file -> "deploy/" + file.getFileName())
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("tools")
  void aToolExplainsItself(String tool) throws Exception {
    assertThat(answer(tool + " --help")).contains(tool);
  }

  @Test
  void commandsOnFilesPutACredentialWhereItsOwnerAloneReadsIt() throws Exception {
    Path secrets = Files.createDirectories(folder.resolve("data/secrets"));
    Files.writeString(secrets.resolve("school-blog"), "a credential");
    // An upgrade moves the file that the other document protects.
    List<String> commands =
        Stream.of("deploy/docs/operate/upgrade.md", "deploy/docs/operate/connect.md")
            .flatMap(name -> DOCUMENTS.stream().filter(d -> d.file().endsWith(name)))
            .flatMap(DocumentedCommandsIT::onFiles)
            .toList();
    assertThat(commands)
        .isNotEmpty()
        .containsAll(DOCUMENTS.stream().flatMap(DocumentedCommandsIT::onFiles).toList());

    for (String command : commands) {
      answer(command, folder);
    }

    assertThat(secrets.resolve("school-blog")).doesNotExist();
    Path accounts = secrets.resolve("accounts");
    assertThat(modes(accounts)).isEqualTo("rwx------");
    assertThat(modes(accounts.resolve("school-blog"))).isEqualTo("rw-------");
  }

  private static Stream<String> onFiles(MarkdownFile document) {
    CommandRuns runs = CommandRuns.of(ROOT);
    return CommandLines.of(document).stream()
        .filter(command -> runs.entry(command).orElseThrow().by().equals(CommandRuns.ON_FILES))
        .map(CommandLines.Command::text);
  }

  private static String modes(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private String answer(String command) throws Exception {
    return answer(command, ROOT);
  }

  /** Returns what a command writes, errors included. It must end with 0. */
  private String answer(String command, Path where) throws Exception {
    Path answer = folder.resolve("answer");
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .directory(where.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(answer.toFile())
            .start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    String said = Files.readString(answer);
    assertThat(ended).as("ended, after it said:%n%s", said).isTrue();
    assertThat(process.exitValue()).as("exit status, after it said:%n%s", said).isZero();
    return said;
  }
}
