package hallmonitor.notifier;

import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Person;
import hallmonitor.settings.district.DistrictFile;

/** Districts for tests, written as in district.yaml. */
public final class Districts {
  private static final String HEAD =
      """
      district: Cedar Falls School District 40
      time-zone: America/Chicago
      quiet-hours: { from: "21:00", until: "06:30", whole-days: [saturday, sunday] }
      buildings:
        - { id: cedar-high, name: Cedar High School }
        - { id: fern-elementary, name: Fern Elementary School }
      accounts:
        - id: news
          name: Cedar High news
          platform: wordpress
          building: cedar-high
          administrator: webb
          base-url: http://127.0.0.1:8090
      people:
      """;

  private static final String PEOPLE =
      """
        - { id: webb, name: Ana Webb, email: webb@cedar.example, roles: [{ role: account-administrator }] }
        - { id: osei, name: Kofi Osei, email: osei@cedar.example, roles: [{ role: principal, building: cedar-high }] }
        - id: molina
          name: Inés Molina
          email: molina@cedar.example
          language: es
          roles:
            - { role: counselor, building: cedar-high }
            - { role: counselor, building: fern-elementary }
        - { id: park, name: Jin Park, email: park@cedar.example, roles: [{ role: principal, building: fern-elementary }] }
        - { id: stone, name: Ruth Stone, email: stone@cedar.example, roles: [{ role: superintendent }] }
      """;

  private Districts() {}

  /** Two schools; no one is assistant principal or technology director. */
  public static District cedarFalls() {
    return DistrictFile.read(text());
  }

  public static String text() {
    return HEAD + PEOPLE;
  }

  /** Returns the same schools with other people, each a line of YAML. */
  public static District withPeople(String... people) {
    String lines =
        String.join("", java.util.Arrays.stream(people).map(p -> "  - " + p + "\n").toList());
    String anyone = "  - { id: webb, name: Ana Webb, email: webb@cedar.example, roles: [] }\n";
    return DistrictFile.read(HEAD + anyone + lines);
  }

  /**
   * The same, and Kofi Osei and Inés Molina agreed to get messages; Lee Chan looks after computers.
   */
  public static District withNumbers() {
    return DistrictFile.read(textWithNumbers());
  }

  public static String textWithNumbers() {
    return text()
            .replace(
                "email: osei@cedar.example,",
                "email: osei@cedar.example, messages: { text: \"+16305550123\", call:"
                    + " \"+16305550124\", agreed: 2026-09-01 },")
            .replace(
                "    email: molina@cedar.example\n",
                "    email: molina@cedar.example\n"
                    + "    messages: { text: \"+16305550199\", agreed: 2026-09-01 }\n")
        + "  - { id: chan, name: Lee Chan, email: chan@cedar.example, roles: [{ role:"
        + " technology-director }] }\n";
  }

  /** Returns a person of {@link #cedarFalls()} by id. */
  public static Person cedarFallsPerson(String id) {
    return cedarFalls().people().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }
}
