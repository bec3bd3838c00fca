package hallmonitor.moderation.casework.author;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who counts as one author, and who as nobody. */
class PlatformAuthorTest {
  private static PlatformAuthor author(String platform, String key) {
    return PlatformAuthor.of(platform, new AuthorKey("school", key)).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bluesky", "mastodon", "x", "youtube"})
  void anIdThatIsTheSameOnAllAccountsOfAPlatformIsOneAuthorThere(String platform) {
    assertThat(author(platform, "id:7").account()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"facebook", "instagram", "wordpress", "discourse", "api", "unheard-of"})
  void anIdThatASiteOrAPageGivesIsAnAuthorOfThatAccountOnly(String platform) {
    assertThat(author(platform, "id:7").account()).isEqualTo("school");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bluesky", "wordpress"})
  void aTypedNameIsNeverMoreThanANameOnOneAccount(String platform) {
    assertThat(author(platform, "name:Dana Reyes"))
        .returns("school", PlatformAuthor::account)
        .returns(true, PlatformAuthor::isNameOnly);
  }

  @ParameterizedTest
  @CsvSource({"wordpress,name:", "x,disposed:12", "tip,tip:1f0c"})
  void whoIsNotKnownHasNoPage(String platform, String key) {
    assertThat(PlatformAuthor.of(platform, new AuthorKey("school", key))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "bluesky,id:did:plc:abc,https://bsky.app/profile/did:plc:abc",
    "x,id:42,https://x.com/i/user/42",
    "youtube,id:UC-x_1,https://www.youtube.com/channel/UC-x_1",
    "mastodon,id:https://m.example/users/dana,https://m.example/users/dana"
  })
  void theAuthorsOwnPageIsFoundByTheId(String platform, String key, String page) {
    assertThat(author(platform, key).profile()).contains(page);
  }

  @Test
  void anIdThatIsNoneLeadsNowhere() {
    assertThat(author("x", "id:42/../evil?q=<b>").profile()).isEmpty();
    assertThat(author("x", "name:Dana").profile()).isEmpty();
    assertThat(author("facebook", "id:42").profile()).isEmpty();
  }
}
