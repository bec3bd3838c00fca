package hallmonitor.ingest.connector.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.Sighting;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedEntriesTest {
  private static List<Sighting> read(String feed) throws PlatformException {
    return FeedEntries.in(feed.getBytes(UTF_8), URI.create("https://school.example/feed"));
  }

  @Test
  void anAtomEntryComesWithItsWordsItsPictureAndItsOwnXml() throws Exception {
    String entry =
        "<entry><id>tag:x,1</id><title>You are next</title><author><name>Kim</name></author>"
            + "<link href=\"https://school.example/t/9#c1\"/><updated>2026-05-01T10:00:00Z</updated>"
            + "<content type=\"html\">&lt;p&gt;one&lt;/p&gt;&lt;p&gt;two&lt;/p&gt;&lt;img src=\"https://i.example/a.png\"&gt;</content></entry>";
    List<Sighting> found =
        read(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title><id>x</id><updated>2026-05-01T10:00:00Z</updated>"
                + entry
                + "</feed>");
    assertThat(found).hasSize(1);
    Sighting one = found.get(0);
    assertThat(one.id()).isEqualTo("tag:x,1");
    assertThat(one.text()).isEqualTo("You are next\none\ntwo");
    assertThat(one.author().name()).isEqualTo("Kim");
    assertThat(one.attachments()).containsExactly("https://i.example/a.png");
    assertThat(one.post().id()).isEqualTo("https://school.example/t/9");
    assertThat(one.raw()).isEqualTo(entry);
  }

  @Test
  void aTitleThatTheSiteMadeIsNotTheAuthorsText() throws Exception {
    assertThat(
            read("<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>T</title><link>https://x.example</link><description>d</description>"
                    + "<item><title>Comment on Lunch by Kim</title><dc:creator>Kim</dc:creator><guid isPermaLink=\"false\">g1</guid><description>tasty</description></item></channel></rss>")
                .get(0)
                .text())
        .isEqualTo("tasty");
  }

  @Test
  void aFeedThatNamesFilesOfThisMachineIsRefused() {
    assertThatThrownBy(
            () ->
                read(
                    "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                        + "<rss version=\"2.0\"><channel><title>&x;</title><link>l</link><description>d</description></channel></rss>"))
        .isInstanceOf(PlatformException.class);
  }
}
