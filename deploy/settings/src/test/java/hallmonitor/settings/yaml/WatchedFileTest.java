package hallmonitor.settings.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFileTest {
  @TempDir Path folder;

  @Test
  void aChangeComesIntoForceAndIsAnnounced() throws IOException {
    Path path = write("name: one\n");
    WatchedFile<String> file = watched(path);
    List<String> announced = new ArrayList<>();
    file.onChange(v -> announced.add(v.value()));

    write("name: two\n");
    file.refresh();
    file.refresh();

    assertThat(file.current().value()).isEqualTo("two");
    assertThat(announced).containsExactly("two");
  }

  @Test
  void aWrongChangeKeepsTheOldVersionAndSaysWhy() throws IOException {
    WatchedFile<String> file = watched(write("name: one\n"));
    String version = file.current().version();

    write("title: two\n");
    file.refresh();

    assertThat(file.current().value()).isEqualTo("one");
    assertThat(file.current().version()).isEqualTo(version);
    assertThat(file.problems()).extracting(FileProblem::message).contains("'name' is missing");
  }

  @Test
  void goingBackToTheOldVersionClearsTheMistakes() throws IOException {
    WatchedFile<String> file = watched(write("name: one\n"));
    write("title: two\n");
    file.refresh();
    write("name: one\n");
    file.refresh();

    assertThat(file.problems()).isEmpty();
  }

  @Test
  void aFileThatVanishesStaysInForceAndSaysSo() throws IOException {
    Path path = write("name: one\n");
    WatchedFile<String> file = watched(path);
    Files.delete(path);
    file.refresh();

    assertThat(file.current().value()).isEqualTo("one");
    assertThat(file.problems()).hasSize(1);

    write("name: one\n");
    file.refresh();
    assertThat(file.problems()).isEmpty();
  }

  @Test
  void aFileThatAnEditorEmptiesBeforeItWritesStaysInForce() throws IOException {
    Path path = write("here");
    WatchedFile<String> file = WatchedFile.optional(path, text -> text);
    write("");
    file.refresh();

    assertThat(file.current().value()).isEqualTo("here");
    assertThat(file.problems()).singleElement().asString().contains("until a restart");

    write("there");
    file.refresh();
    assertThat(file.current().value()).isEqualTo("there");
    assertThat(file.problems()).isEmpty();
  }

  @Test
  void aServiceDoesNotStartWithoutItsFile() {
    assertThatThrownBy(() -> watched(folder.resolve("missing.yaml")))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("missing.yaml");
  }

  @Test
  void anOptionalFileIsEmptyUntilItIsThereAndAgainWhenItIsGone() throws IOException {
    Path path = folder.resolve("a.yaml");
    WatchedFile<String> file = WatchedFile.optional(path, text -> text);
    assertThat(file.current().value()).isEmpty();

    write("here");
    file.refresh();
    assertThat(file.current().value()).isEqualTo("here");

    Files.delete(path);
    file.refresh();
    assertThat(file.current().value()).isEmpty();
    assertThat(file.problems()).isEmpty();
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("a.yaml"), text);
  }

  private static WatchedFile<String> watched(Path path) {
    return new WatchedFile<>(
        path, text -> YamlFile.read("a.yaml", text, m -> m.allow("name").text("name")));
  }

  @Test
  void aWrongFileOfOthersStopsNobodyAndIsTakenUpOnceItIsMended() throws IOException {
    Path path = write("name: [\n");
    WatchedFile<String> file =
        WatchedFile.ofOthers(
            path,
            text ->
                text.isEmpty() ? "as shipped" : YamlFile.read("a.yaml", text, m -> m.text("name")));

    assertThat(file.current().value()).isEqualTo("as shipped");
    assertThat(file.isStandIn()).isTrue();
    assertThat(file.problems()).isNotEmpty();

    write("name: two\n");
    file.refresh();

    assertThat(file.current().value()).isEqualTo("two");
    assertThat(file.isStandIn()).isFalse();
    assertThat(file.problems()).isEmpty();
  }

  @Test
  void aReaderThatBreaksIsAMistakeAndIsShownAsLongAsTheFileStays() throws IOException {
    WatchedFile<Integer> file = new WatchedFile<>(write("1"), Integer::parseInt);

    write("one");
    file.refresh();
    file.refresh();

    assertThat(file.current().value()).isEqualTo(1);
    assertThat(file.problems()).singleElement().asString().contains("cannot be read");
  }
}
