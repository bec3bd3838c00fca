package hallmonitor.local.practice;

import static hallmonitor.local.practice.Site.comment;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PracticePicturesTest extends PracticeSiteTests {
  private static final String KIND = "picture";

  private int written(Map<String, Object> body, String path) {
    return site.inBrowser(site.newBrowser(), "POST", path, body).json().path("id").asInt();
  }

  @Test
  void theExampleShowsAPictureThatThisPageServes() throws Exception {
    int id = written(Map.of("post", 1, "kind", KIND), "/practice/examples");
    var shown = site.anonymously("GET", "/practice/feed?post=1&since=0", null).json();
    String address = shown.at("/threads/0/pictures/0").asText();
    assertThat(address).startsWith(site.page.url());
    assertThat(shown.at("/threads/0/text").asText()).doesNotContain("<", "\n");
    assertThat(
            site.asModerator("GET", comment(id) + "?context=edit", null)
                .json()
                .at("/content/raw")
                .asText())
        .endsWith("<img src=\"" + address + "\" alt=\"\" />");

    var picture =
        site.http.send(
            HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofInputStream());
    assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(ImageIO.read(picture.body()).getWidth()).isEqualTo(480);
  }

  @Test
  void nobodyAddsAPictureByTypingOne() {
    String typed = "<img src=\"http://elsewhere.example/x.png\">";
    written(Map.of("post", 1, "name", "Eve", "text", typed), "/practice/comments");
    var shown = site.anonymously("GET", "/practice/feed?post=1&since=0", null).json();
    assertThat(shown.at("/threads/0/text").asText()).isEqualTo(typed);
    assertThat(shown.at("/threads/0/pictures")).isEmpty();
  }
}
