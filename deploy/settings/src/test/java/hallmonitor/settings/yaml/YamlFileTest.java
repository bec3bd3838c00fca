package hallmonitor.settings.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlFileTest {
  @Test
  void everyMistakeIsNamedWithItsPlace() {
    InvalidFileException e =
        catchThrowableOfType(
            InvalidFileException.class,
            () ->
                YamlFile.read(
                    "a.yaml",
                    "name: ''\nevery: 3 weeks\nshare: 1.5\ncolour: blue\n",
                    m -> {
                      m.allow("name", "every", "share");
                      m.text("name");
                      m.duration("every", Duration.ZERO);
                      return m.number("share", 0, 0, 1);
                    }));
    assertThat(e.problems())
        .extracting(FileProblem::line, FileProblem::column)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, 7),
            org.assertj.core.groups.Tuple.tuple(2, 8),
            org.assertj.core.groups.Tuple.tuple(3, 8),
            org.assertj.core.groups.Tuple.tuple(4, 1));
    assertThat(e).hasMessageContaining("a.yaml:2:8: '3 weeks' is not a time such as 500ms");
  }

  @Test
  void whatIsNotYamlIsNamedWithItsPlace() {
    assertThatThrownBy(() -> YamlFile.read("a.yaml", "a: [1, 2\nb: 3", m -> m))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("a.yaml:2:");
  }

  @Test
  void anEmptyFileSaysSo() {
    assertThatThrownBy(() -> YamlFile.read("a.yaml", "# nothing\n", m -> m))
        .hasMessage("a.yaml: the file is empty");
  }

  @Test
  void aKeyWrittenTwiceIsAMistake() {
    assertThatThrownBy(() -> YamlFile.read("a.yaml", "a: 1\na: 2\n", m -> m))
        .isInstanceOf(InvalidFileException.class);
  }

  @Test
  void aListMayBeOneValueAlone() {
    List<String> to = YamlFile.read("a.yaml", "to: principal\n", m -> m.texts("to"));
    assertThat(to).containsExactly("principal");
  }
}
