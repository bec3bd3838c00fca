package hallmonitor.moderation.console.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.store.archive.CommentPictures;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests that pages say what was read in pictures, and what was not. */
@ConsoleTest
class PictureReadingsTest extends NovakAtWork {
  private void shown(String comment, String url) {
    database.write(
        h ->
            h.createUpdate(
                    "update revision set attachments = array_append(attachments, :url) where"
                        + " comment_id = :comment")
                .bind("url", url)
                .bind("comment", comment)
                .execute());
  }

  private void picture(String comment, String url, String state, String why, String words) {
    database.write(
        h ->
            h.createUpdate(
                    """
                    insert into picture_reading (account, comment_id, url_key, url, host, revision, seen, from_history,
                      state, why, words, since, due_at, done_at)
                    values ('practice', :comment, :key, :url, 'pictures.example', '1', '{}', false, :state, :why, :words,
                      now(), now() + interval '1 hour', case when :state <> 'waiting' then now() end)
                    """)
                .bind("comment", comment)
                .bind("key", CommentPictures.key(url))
                .bind("url", url)
                .bind("state", state)
                .bind("why", why)
                .bind("words", words)
                .execute());
  }

  private String caseWith(String state, String why, String words) {
    String comment = UUID.randomUUID().toString();
    UUID id = seed.aCase(comment).saying("See this").there();
    shown(comment, "https://pictures.example/a.png");
    picture(comment, "https://pictures.example/a.png", state, why, words);
    return plain(novak.get("/cases/" + id).asString());
  }

  private static String plain(String page) {
    return page.replace("&#39;", "'").replaceAll("\\s+", " ");
  }

  @Test
  void theWordsStandUnderThePictureAndAreOnlyText() {
    assertThat(caseWith("read", "", "I will <script>alert(1)</script>"))
        .contains("Words read in picture 1:", "I will &lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert(1)");
  }

  @Test
  void aPictureThatWasNotReadSaysWhy() {
    assertThat(caseWith("unread", "gone", ""))
        .contains("The words in picture 1 were not read. Its site no longer has it");
    assertThat(caseWith("unread", "no-reader", ""))
        .contains("were not read. Tesseract, which reads words, isn't installed.");
    assertThat(caseWith("waiting", "too-slow", ""))
        .contains("aren't read yet. Its site took too long to answer. Next try:");
    assertThat(caseWith("waiting", "", "")).contains("aren't read yet.");
    assertThat(caseWith("read", "moving", ""))
        .contains(
            "No words were read in picture 1. It moves, and only its first picture was read.");
  }

  @Test
  void wordsStandUnderThePictureThatHasThem() {
    String comment = UUID.randomUUID().toString();
    UUID id = seed.aCase(comment).saying("See this").there();
    picture(comment, "https://pictures.example/before.png", "read", "", "Of before");
    picture(comment, "https://pictures.example/now.png", "read", "", "Of now");
    shown(comment, "https://pictures.example/now.png");

    assertThat(plain(novak.get("/cases/" + id).asString()))
        .containsSubsequence(
            "Words read in picture 1:",
            "Of now",
            "Of an earlier version of the comment:",
            "Words read in its picture:",
            "Of before")
        .doesNotContain("picture 2");
  }

  @Test
  void aCommentWithoutACaseSaysItToo() {
    deciding.allowed("71", "Dana Reyes", "See this", Duration.ofMinutes(9));
    shown("71", "https://pictures.example/a.png");
    picture("71", "https://pictures.example/a.png", "unread", "server", "");

    assertThat(plain(novak.get("/comments/" + CommentAddress.of("practice", "71")).asString()))
        .contains("The words in picture 1 were not read. Its site doesn't answer.");
  }

  @Test
  void administratorsSeeHowManyWereNotReadAndWhy() {
    seed.person("brandt", "administrator", false);
    ConsoleBrowser administrator = ConsoleBrowser.signedIn("brandt");
    assertThat(administrator.get("/accounts").asString())
        .contains("No comment had a picture in the last 24 hours.");
    deciding.allowed("71", "Dana Reyes", "See this", Duration.ofMinutes(9));
    picture("71", "https://pictures.example/1.png", "read", "", "Book Fair");
    picture("71", "https://pictures.example/2.png", "read", "", "");
    picture("71", "https://pictures.example/3.png", "unread", "no-picture", "");
    picture("71", "https://pictures.example/4.png", "waiting", "", "");

    assertThat(plain(administrator.get("/accounts").asString()))
        .contains("In the last 24 hours 2 read, 1 with words.", "1 not read yet")
        .contains("<strong>1</strong> It isn't a picture or video that can be read here");
    assertThat(novak.get("/accounts").asString()).doesNotContain("Words in pictures");
  }
}
