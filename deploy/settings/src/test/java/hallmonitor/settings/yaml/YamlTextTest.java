package hallmonitor.settings.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {
  private static final String PEOPLE =
      """
      # Who is who.
      people:
        - id: okafor   # since 2019
          name: Ngozi Okafor
          roles:
            - { role: principal, building: high }

        # until June
        - id: reyes
          name: Marisol Reyes
          absent: { from: 2026-12-18, until: 2027-01-04 }

      # The end.
      mascots: [Mavericks]
      """;

  private static YamlText read(String text) {
    return YamlText.of(text).orElseThrow();
  }

  private static String shipped(String file) {
    try {
      return Files.readString(Path.of("../config", file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aValueIsChangedOnItsLineAndItsRemarkStays() {
    YamlText changed =
        read(PEOPLE)
            .with(YamlPath.of("people", 0, "id"), "osei")
            .with(YamlPath.of("people", 1, "absent", "until"), "2027-01-11");

    assertThat(changed.text())
        .isEqualTo(PEOPLE.replace("okafor ", "osei ").replace("2027-01-04", "2027-01-11"));
  }

  @Test
  void whatIsAddedComesLastAndWhatIsTakenAwayLeavesTheRest() {
    YamlPath email = YamlPath.of("people", 0, "email");
    YamlText added = read(PEOPLE).with(email, "n.okafor@example.org");

    assertThat(added.text())
        .contains("building: high }\n    email: n.okafor@example.org\n\n  # until June");
    assertThat(added.without(email).text()).isEqualTo(PEOPLE);
  }

  @Test
  void anItemIsAddedBehindTheLastAndRemovedAgain() {
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("id", "lind");
    person.put("name", "Tom Lind");
    person.put("roles", List.of(Map.of("role", "counselor")));
    YamlText added = read(PEOPLE).with(YamlPath.of("people", 2), person);

    assertThat(added.text())
        .contains(
            """
              - id: lind
                name: Tom Lind
                roles:
                  - { role: counselor }

            # The end.
            """);
    assertThat(added.without(YamlPath.of("people", 2)).text()).isEqualTo(PEOPLE);
  }

  @Test
  void theLastOneLeavesAnEmptyListThatIsFilledAgain() {
    YamlText one = read("people:\n  - id: a\n    name: B C\nend: yes\n");
    YamlText none = one.without(YamlPath.of("people", 0));

    assertThat(none.text()).isEqualTo("people: []\nend: yes\n");
    Map<String, Object> again = new LinkedHashMap<>(Map.of("id", "a"));
    again.put("name", "B C");
    assertThat(none.with(YamlPath.of("people", 0), again).text()).isEqualTo(one.text());
  }

  @Test
  void anEmptyFileAndOneOfRemarksAloneAreFilled() {
    YamlPath place = YamlPath.of("blocks", "notice", "en");

    assertThat(read("").with(place, "Hello").text())
        .isEqualTo("blocks:\n  notice: { en: Hello }\n");
    assertThat(read("# Nothing yet.\n").with(place, "a\nb").text())
        .isEqualTo("# Nothing yet.\nblocks:\n  notice:\n    en: |\n      a\n      b\n");
  }

  @Test
  void severalLinesAreABlockAndOneLineIsNone() {
    YamlPath en = YamlPath.of("replies", "templates", 0, "en");
    YamlText file = read(shipped("replies.yaml"));

    YamlText changed = file.with(en, "# One\n\n- two: \"x\"");

    assertThat(changed.text())
        .contains("      en: |\n        # One\n\n        - two: \"x\"\n      es: |");
    assertThat(changed.with(en, "One").text()).contains("      en: One\n      es: |");
    assertThat(
            changed
                .with(en, file.written(YamlPath.of("replies", "templates", 0)).text("en"))
                .text())
        .isEqualTo(file.text());
  }

  @Test
  void whatIsLaidOutInBracketsIsWrittenAnewWhereItMustBe() {
    YamlText file = read("# Head.\n{people: [{id: a, roles: [x]}], end: b}\n");

    YamlText changed = file.with(YamlPath.of("people", 0, "roles"), List.of("x", "z"));
    assertThat(changed.text()).isEqualTo("# Head.\n{people: [{id: a, roles: [x, z]}], end: b}\n");

    YamlText more = file.with(YamlPath.of("people", 0, "name"), "New");
    assertThat(more.text()).startsWith("# Head.\npeople:");
    assertThat(more.written(YamlPath.of("people", 0)).text("name")).isEqualTo("New");
  }

  @Test
  void whatOthersReferToStaysWhatItIs() {
    YamlText file = read("a: &x { en: One }\nb: *x\nc: { <<: 1 }\n");

    YamlText changed = file.with(YamlPath.of("a", "en"), "Two");

    assertThat(changed.written(YamlPath.of("a")).text("en")).isEqualTo("Two");
    assertThat(changed.written(YamlPath.of("b")).text("en")).isEqualTo("One");
  }

  @Test
  void aMistakeIsFoundByItsPlace() {
    YamlText file = read(PEOPLE);

    assertThat(file.pathAt(4, 11)).contains(YamlPath.of("people", 0, "name"));
    assertThat(file.pathAt(9, 5)).as("what the item lacks").contains(YamlPath.of("people", 1));
    assertThat(file.pathAt(14, 11)).contains(YamlPath.of("mascots", 0));
    assertThat(file.pathAt(1, 1)).isEmpty();
  }

  @Test
  void keysThatAreNotNamedStay() {
    Map<String, Optional<Object>> fields = new LinkedHashMap<>();
    fields.put("name", Optional.of("Marisol R."));
    fields.put("absent", Optional.empty());

    assertThat(read(PEOPLE).merging(YamlPath.of("people", 1), fields).text())
        .contains("  - id: reyes\n    name: \"Marisol R.\"\n\n# The end.");
  }

  @Test
  void whatIsNoMappingIsNoFile() {
    assertThat(YamlText.of("- a\n")).isEmpty();
    assertThat(YamlText.of("a: [\n")).isEmpty();
  }

  /** Covers each value of each file, one by one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "district.yaml",
        "escalation.yaml",
        "decisions.yaml",
        "replies.yaml",
        "notices.yaml",
        "policy.yaml"
      })
  void hostileTextStaysOneValueWhereverItStandsAndAllElseStays(String name) {
    YamlText file = read(shipped(name));
    List<YamlPath> leaves = new ArrayList<>();
    leaves(file.written(), YamlPath.ROOT, leaves);
    List<String> hostile =
        List.of(
            "x\"\n- id: 9\n",
            "a: b # c",
            "&a *b !c",
            "{{}}: [",
            "| >",
            "\u202Egnp\u2028",
            "",
            "\t- x\ny",
            "'");
    for (int i = 0; i < leaves.size(); i++) {
      String text = hostile.get(i % hostile.size()).strip();
      YamlText changed = file.with(leaves.get(i), text);
      assertThat(changed.written(leaves.get(i).parent()).text(leaves.get(i).last().toString()))
          .isEqualTo(text);
      List<String> before = file.text().lines().filter(l -> l.contains("#")).toList();
      assertThat(changed.text().lines())
          .as("the remarks, with %s", leaves.get(i))
          .containsAll(before.stream().filter(l -> l.strip().startsWith("#")).toList());
    }
    assertThat(leaves).isNotEmpty();
  }

  @Test
  void noPartOfAFileBreaksAChange() {
    for (String name : List.of("district.yaml", "escalation.yaml", "replies.yaml")) {
      String whole = shipped(name).replace("\n", name.startsWith("d") ? "\r\n" : "\n");
      for (int end = 0; end < whole.length(); end += 53) {
        YamlText.of(whole.substring(0, end))
            .ifPresent(
                part -> {
                  YamlText changed = part.with(YamlPath.of("added", 0, "key"), "a: b");
                  for (String key : part.written().keys()) {
                    changed = changed.with(YamlPath.of(key), "changed");
                  }
                  assertThat(changed.written(YamlPath.of("added", 0)).text("key"))
                      .isEqualTo("a: b");
                });
      }
    }
  }

  @Test
  void aTextThatHoldsItselfIsNone() {
    assertThat(YamlText.of("a: &x [*x]")).isEmpty();
  }

  private static void leaves(WrittenValues at, YamlPath path, List<YamlPath> leaves) {
    for (String key : at.keys()) {
      YamlPath here = path.then(key);
      List<WrittenValues> items = at.items(key);
      for (int i = 0; i < items.size(); i++) {
        leaves(items.get(i), here.then(i), leaves);
      }
      if (items.isEmpty() && !at.item(key).keys().isEmpty()) {
        leaves(at.item(key), here, leaves);
      } else if (items.isEmpty() && !at.text(key).isEmpty()) {
        leaves.add(here);
      }
    }
  }
}
