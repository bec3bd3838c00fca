package hallmonitor.moderation.console.connect;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.connect.ConnectSheet.Mistake;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.DistrictFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests which sheets are taken, and what is said of the others. */
class ConnectSheetTest {
  private static final District DISTRICT =
      DistrictFile.read(
          """
          district: Test District
          buildings: [{ id: high, name: High School }]
          people: [{ id: novak, name: Petra Novak, email: novak@example.org, roles: [{ role: account-administrator }] }]
          accounts:
            - { id: blog, platform: wordpress, building: high, kind: school, administrator: novak, base-url: "https://blog.example" }
          """);

  private static final String HEADER =
      "id,name,platform,building,kind,administrator,base-url,holder,email,language\n";
  private static final String GOOD =
      "news,High School news,wordpress,high,school,novak,https://news.example,,,\n";

  private static ConnectSheet read(String text) {
    return ConnectSheet.read(text, DISTRICT, List.of(), "brandt");
  }

  private static void refused(String text, int line, String column, String words) {
    ConnectSheet sheet = read(text);
    assertThat(sheet.isUsable()).isFalse();
    assertThat(sheet.rows()).isEmpty();
    assertThat(sheet.mistakes())
        .anySatisfy(
            m -> {
              assertThat(m.line()).isEqualTo(line);
              assertThat(m.column()).isEqualTo(column);
              assertThat(m.sentence().toString()).contains(words);
            });
  }

  @Test
  void eachLineIsAnAccountWithALinkOrWithAPasswordLater() {
    ConnectSheet sheet =
        read(
            HEADER
                + GOOD
                + ",\"Band, of the school\",bluesky,high,school-based-group,novak,,Ana Ruiz,ana@example.org,es\n");

    assertThat(sheet.mistakes()).isEmpty();
    assertThat(sheet.rows())
        .satisfiesExactly(
            first -> {
              assertThat(first.connection().account()).isEqualTo("news");
              assertThat(first.isInvited()).isFalse();
            },
            second -> {
              assertThat(second.connection().account()).isEqualTo("band-of-the-school");
              assertThat(second.connection().address()).isEqualTo("https://bsky.social");
              assertThat(second.email()).isEqualTo("ana@example.org");
              assertThat(second.language()).isEqualTo("es");
            });
  }

  @Test
  void tabsAndSemicolonsAreReadToo() {
    assertThat(read((HEADER + GOOD).replace(',', '\t')).isUsable()).isTrue();
    assertThat(read((HEADER + GOOD).replace(',', ';')).isUsable()).isTrue();
  }

  @Test
  void aColumnThatMayHoldPasswordsIsRefusedWithAllItsRows() {
    for (String column : new String[] {"password", "Access Token", "contraseña"}) {
      refused(
          HEADER.strip() + "," + column + "\n" + GOOD.strip() + ",geheim\n",
          1,
          column.toLowerCase(java.util.Locale.ROOT),
          "Passwords never go into a sheet.");
    }
    assertThat(read(HEADER.strip() + ",password\n" + GOOD.strip() + ",geheim\n").toString())
        .doesNotContain("geheim");
  }

  @Test
  void everyMistakeNamesItsLineAndColumn() {
    ConnectSheet sheet =
        read(
            HEADER
                + GOOD
                + "a,A,myspace,high,school,novak,https://a.example,,,\n"
                + "b,B,wordpress,nowhere,school,novak,https://b.example,,,\n"
                + "c,C,wordpress,high,school,novak,http://c.example,,,\n"
                + "d,D,wordpress,high,school,novak,https://d.example,Ana,,\n"
                + "e,E,wordpress,high,school,novak,https://e.example,Ana,nope,\n");

    assertThat(sheet.mistakes())
        .extracting(Mistake::line, Mistake::column)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(3, "platform"),
            org.assertj.core.groups.Tuple.tuple(4, "building"),
            org.assertj.core.groups.Tuple.tuple(5, "base-url"),
            org.assertj.core.groups.Tuple.tuple(6, "holder"),
            org.assertj.core.groups.Tuple.tuple(7, "email"));
  }

  @Test
  void whatStandsTwiceOrIsConnectedAlreadyIsRefused() {
    refused(HEADER + GOOD + GOOD, 3, "id", "Line 2 has the same.");
    refused(HEADER + GOOD + GOOD.replace("news,", "other,"), 3, "base-url", "Line 2 has the same.");
    refused(HEADER + GOOD.replace("news,", "blog,"), 2, "id", "already");
    refused(
        HEADER + GOOD.replace("news.example", "blog.example/"), 2, "base-url", "is connected at");
  }

  @Test
  void anUnknownOrMissingColumnAndAnEmptySheetAreSaid() {
    refused("name,platform\nA,wordpress\n", 1, "building", "This column is missing.");
    refused(HEADER.strip() + ",colour\n" + GOOD, 1, "colour", "This column is unknown.");
    refused(HEADER, 1, "", "from 1 to");
    refused("", 1, "name", "This column is missing.");
    refused(HEADER + "\"a,b\n", 1, "", "quotation mark");
  }
}
