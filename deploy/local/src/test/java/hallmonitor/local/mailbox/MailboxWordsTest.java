package hallmonitor.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxWordsTest {
  private static final Path PAGE = Path.of("src/main/resources/hallmonitor/local/mailbox");
  private static final Path PAGES =
      Path.of("src/main/java/hallmonitor/local/mailbox/MailboxPages.java");

  @Test
  void everySentenceOfTheMailboxHasItsSpanish() throws IOException {
    Set<String> said = found(PAGE.resolve("mailbox.html"), "\\[\\[(.+?)]]");
    said.addAll(found(PAGE.resolve("mailbox.js"), "phrase\\('([^']+)'"));
    said.addAll(found(PAGES, "refusal\\(\\d+, \"([^\"]+)\""));

    assertThat(said)
        .hasSizeGreaterThan(20)
        .isEqualTo(new TreeSet<>(MailboxPages.WORDS.known().keySet()));
  }

  private static Set<String> found(Path file, String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(file))
        .results()
        .map(sentence -> sentence.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theMailboxSpeaksTheLanguageThatTheBrowserLikesBest(@TempDir Path folder) throws Exception {
    try (Mailbox mailbox = Mailbox.start(0, 0, folder)) {
      assertThat(page(mailbox, "es-MX,es;q=0.9,en;q=0.8"))
          .contains("<html lang=\"es\">", "Todavía no hay correos", "Correo nuevo")
          .doesNotContain("No email yet<", "[[", "]]");
      for (String other : Set.of("en-US,en;q=0.9,es;q=0.5", "fr", "*;q=none")) {
        assertThat(page(mailbox, other))
            .as(other)
            .contains("<html lang=\"en\">", "No email yet", "data-words=\"{}\"")
            .doesNotContain("[[", "]]");
      }
    }
  }

  private static String page(Mailbox mailbox, String liked)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(mailbox.url())).header("Accept-Language", liked).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
