package hallmonitor.moderation.console.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuidanceHtmlTest {
  private static String html(String markdown) {
    return GuidanceHtml.of(markdown).getValue();
  }

  @Test
  void headingsListsAndTextToCopyAreShownBelowThePagesOwnHeading() {
    assertThat(html("# Students\n\n- No contacts.\n\n> My views are my own."))
        .contains("<h2>Students</h2>", "<li>No contacts.</li>", "<blockquote>");
  }

  @Test
  void whatIsHtmlInTheTextIsOnlyText() {
    assertThat(html("<script>alert(1)</script>\n\n<b onclick=x>bold</b>"))
        .doesNotContain("<script", "<b ")
        .contains("&lt;script&gt;");
  }

  @Test
  void onlyAddressesOfTheWebAndOfMailAreLinks() {
    assertThat(html("[a](javascript:alert(1)) [b](https://example.org) [c](data:text/html,x)"))
        .doesNotContain("javascript:", "data:")
        .contains("href=\"https://example.org\"");
  }

  @Test
  void aPictureFromElsewhereIsNotLoaded() {
    assertThat(html("![logo](https://elsewhere.example/logo.png)"))
        .doesNotContain("<img")
        .contains("https://elsewhere.example/logo.png");
  }
}
