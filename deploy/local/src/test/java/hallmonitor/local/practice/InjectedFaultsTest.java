package hallmonitor.local.practice;

import static hallmonitor.local.practice.Site.comment;
import static hallmonitor.local.practice.Site.comments;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InjectedFaultsTest extends PracticeSiteTests {
  private CommentStatus status(int id) {
    return site.page.comments().get(id).orElseThrow().status();
  }

  @Test
  void aFailingCallAppliesNothingAndTheNextWorks() throws IOException {
    int id = site.comment("x");
    site.page.faults().failNext(1);
    assertThat(site.asModerator("POST", comment(id), Map.of("status", "hold")).status())
        .isEqualTo(500);
    assertThat(status(id)).isEqualTo(CommentStatus.APPROVED);
    assertThat(site.asModerator("POST", comment(id), Map.of("status", "hold")).status())
        .isEqualTo(200);
  }

  @Test
  void aThrottledCallSaysWhenToComeBack() {
    site.page.faults().throttleNext(2, Duration.ofSeconds(3));
    for (int i = 0; i < 2; i++) {
      var throttled = site.anonymously("GET", comments(), null);
      assertThat(throttled.status()).isEqualTo(429);
      assertThat(throttled.header("Retry-After")).isEqualTo("3");
    }
    assertThat(site.anonymously("GET", comments(), null).status()).isEqualTo(200);
  }

  @Test
  void aCutCallIsAppliedAndNotAnswered() throws IOException {
    int id = site.comment("x");
    site.page.faults().applyAndCutNext(1);
    assertThatThrownBy(() -> site.asModerator("PUT", comment(id), Map.of("status", "hold")))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(status(id)).isEqualTo(CommentStatus.HOLD);
  }

  @Test
  void aHangingCallIsNeverAnswered() {
    site.page.faults().hangNext(1);
    var request =
        HttpRequest.newBuilder(URI.create(site.page.url() + comments()))
            .timeout(Duration.ofMillis(300))
            .build();
    assertThatThrownBy(() -> site.http.send(request, BodyHandlers.ofString()))
        .isInstanceOf(HttpTimeoutException.class);
    assertThat(site.anonymously("GET", comments(), null).status()).isEqualTo(200);
  }

  @Test
  void aRevokedPasswordMakesEverybodyAnonymous() throws IOException {
    int id = site.comment("x");
    site.page.faults().rejectAuth(true);
    assertThat(site.asModerator("GET", "/wp-json/wp/v2/users/me", null).code())
        .isEqualTo("rest_not_logged_in");
    assertThat(site.asModerator("POST", comment(id), Map.of("status", "hold")).code())
        .isEqualTo("rest_cannot_edit");
    site.page.faults().clear();
    assertThat(site.asModerator("GET", "/wp-json/wp/v2/users/me", null).status()).isEqualTo(200);
  }

  @Test
  void thePublicPageIsSpared() {
    site.page.faults().failNext(1);
    assertThat(site.anonymously("GET", "/", null).status()).isEqualTo(200);
    assertThat(site.anonymously("GET", comments(), null).status()).isEqualTo(500);
  }
}
