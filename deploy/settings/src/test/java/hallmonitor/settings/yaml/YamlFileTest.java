package hallmonitor.settings.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
  void aNumberOutOfBoundsATextTooLongAndADayThatIsNoneAreMistakes() {
    InvalidFileException e =
        catchThrowableOfType(
            InvalidFileException.class,
            () ->
                YamlFile.read(
                    "a.yaml",
                    "days: 31\nhalf: 1.5\nname: Northside\nclosed: [2026-12-25, 2026-02-30]\n",
                    m ->
                        List.of(
                            m.wholeNumber("days", 2, 1, 30),
                            m.wholeNumber("half", 1, 1, 30),
                            m.shortText("name", 8),
                            m.dates("closed"))));
    assertThat(e.problems())
        .extracting(FileProblem::toString)
        .containsExactly(
            "a.yaml:1:7: '31' is not a whole number from 1 to 30",
            "a.yaml:2:7: '1.5' is not a whole number from 1 to 30",
            "a.yaml:3:7: 'name' has at most 8 characters",
            "a.yaml:4:22: '2026-02-30' is not a date such as 2026-12-25");
  }

  @Test
  void numbersTextsAndDaysWithinBoundsAreRead() {
    List<Object> read =
        YamlFile.read(
            "a.yaml",
            "days: 30\nname: Northsid\nclosed: [2026-12-25, 2026-12-25]\n",
            m ->
                List.of(
                    m.wholeNumber("days", 2, 1, 30),
                    m.wholeNumber("absent", 2, 1, 30),
                    m.shortText("name", 8),
                    m.shortText("absent", 8),
                    m.dates("closed")));
    assertThat(read).containsExactly(30, 2, "Northsid", "", Set.of(LocalDate.of(2026, 12, 25)));
  }

  @Test
  void aShippedFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> YamlFile.shipped(YamlFileTest.class, "none.yaml"))
        .hasMessageContaining("none.yaml");
  }

  @Test
  void aListMayBeOneValueAlone() {
    List<String> to = YamlFile.read("a.yaml", "to: principal\n", m -> m.texts("to"));
    assertThat(to).containsExactly("principal");
  }
}
