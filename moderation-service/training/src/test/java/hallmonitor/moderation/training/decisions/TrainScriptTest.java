package hallmonitor.moderation.training.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/train} with programs in its path that only record their input. */
class TrainScriptTest {
  @TempDir Path root;

  private Path work() {
    return root.resolve("moderation-service/training/target/training");
  }

  @Test
  void whatPeopleWroteIsForTheOwnerAloneAndDoesNotStay() throws Exception {
    lay();
    Files.createDirectories(work());
    Files.setPosixFilePermissions(work(), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(work().resolve("english.jsonl"), "of an earlier run");

    assertThat(train("--add", root.resolve("own").toString())).isZero();

    assertThat(Files.readString(root.resolve("seen")))
        .contains("-rw------- ", "english.jsonl", "multilingual.jsonl", "scout.jsonl")
        .doesNotContain("-rw-r--r-- ");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(work())))
        .isEqualTo("rwx------");
    assertThat(work()).isDirectoryNotContaining("glob:**.jsonl");
  }

  @Test
  void itDoesNotStayEither_whenTrainingFails() throws Exception {
    lay();
    program("python3", "case $* in *finetune*--rows*) exit 3 ;; esac");

    assertThat(train("--add", root.resolve("own").toString())).isEqualTo(3);

    assertThat(work()).isDirectoryNotContaining("glob:**.jsonl");
  }

  @Test
  void withoutPeoplesDecisionsTheWorkingFilesStay() throws Exception {
    lay();

    assertThat(train()).isZero();

    assertThat(work()).isDirectoryContaining("glob:**/english.jsonl");
  }

  @Test
  void theFirstStageLearnsFromPublicSets_andNoEncoderLearns() throws Exception {
    lay();
    program("python3", "echo $* >> %s".formatted(root.resolve("scripts")));

    assertThat(train("--stage", "1", "--data", root.resolve("own").toString())).isZero();

    assertThat(Files.readString(root.resolve("scripts")))
        .contains("encoder/public.py " + root.resolve("own"))
        .doesNotContain("finetune");
    assertThat(work()).isDirectoryNotContaining("glob:**.jsonl");
  }

  private void lay() throws IOException {
    Path models = root.resolve("moderation-service/judging/src/main/resources/model");
    for (String encoder : List.of("scout", "multilingual", "english")) {
      Files.createDirectories(models.resolve(encoder));
      Files.writeString(models.resolve(encoder).resolve("vocabulary.txt"), "a");
    }
    for (String file : List.of("signature.txt", "comments.zip", "budgets.csv")) {
      Files.writeString(models.resolve(file), "a");
    }
    for (String folder : List.of("deploy", "bin", "own", "moderation-service/training/target")) {
      Files.createDirectories(root.resolve(folder));
    }
    for (String script : List.of("train", "training.sh")) {
      Files.copy(Path.of("../../deploy", script), root.resolve("deploy").resolve(script));
    }
    program("mvn", "");
    program("python3", "");
    program(
        "java",
        """
        case $* in
          *EncoderRows*) echo row ;;
          *Train' '*) echo model > %1$s/candidate/model/comments.zip ;;
          *WriteBudgets*) echo cost > %1$s/candidate/model/budgets.csv ;;
          *compare*) ls -l %1$s/*.jsonl > %2$s || : ;;
        esac"""
            .formatted(work(), root.resolve("seen")));
  }

  private void program(String name, String text) throws IOException {
    Path file = root.resolve("bin").resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private int train(String... more) throws Exception {
    ProcessBuilder training =
        new ProcessBuilder("sh", "-c", "umask 022; exec \"$@\"", "sh")
            .redirectErrorStream(true)
            .redirectOutput(root.resolve("output").toFile());
    training.command().addAll(List.of(root.resolve("deploy/train").toString(), "--continue", "x-"));
    training.command().addAll(List.of(more));
    training.environment().merge("PATH", "", (path, none) -> root.resolve("bin") + ":" + path);
    Process process = training.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
