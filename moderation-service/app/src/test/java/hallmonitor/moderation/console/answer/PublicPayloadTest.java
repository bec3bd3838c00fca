package hallmonitor.moderation.console.answer;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.answer.ReleasedRecord;
import hallmonitor.moderation.casework.request.ItemDecision.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublicPayloadTest {
  private static ReleasedRecord record(Outcome outcome) {
    return new ReleasedRecord(
        7,
        "comment",
        outcome,
        "Maple High",
        Instant.EPOCH,
        Optional.of(Instant.parse("2026-11-24T18:30:05Z")),
        "Kai Lund",
        "Bus",
        "It's late & \"cold\"",
        List.of(),
        List.of(),
        "71",
        "https://site.example/c-71",
        List.of());
  }

  private static String kept(String raw) {
    return PublicPayload.of(raw, record(Outcome.RELEASE)).orElse("");
  }

  @Test
  void whatTheReleasedRecordSaysStaysAsThePlatformGaveIt() {
    assertThat(
            kept(
                """
                {"id": 71, "author_name": "Kai Lund", "link": "https://site.example/c-71",
                 "date": "2026-11-24T12:30:05-06:00",
                 "content": {"rendered": "<p>It&#039;s late &amp; &quot;cold&quot;</p>\\n"}}
                """))
        .contains("\"id\" : 71", "Kai Lund", "12:30:05-06:00", "<p>It&#039;s late", "c-71");
  }

  @Test
  void everythingElseIsLeftOutWhateverItsName() {
    String kept =
        kept(
            """
            {"id": "71", "author_email": "kai@example.org", "author_ip": "192.0.2.7", "karma": 12,
             "author": {"id": 993, "token": "s3cret", "avatar": "https://a.example/993.png"}, "approved": true,
             "names": ["Kai Lund", "Ana Ruiz"], "Ana Ruiz": "71"}
            """);

    assertThat(kept)
        .contains("\"id\" : \"71\"", "Kai Lund", "\"valuesLeftOut\" : 9")
        .doesNotContain("example.org", "192.0", "993", "s3cret", "12", "true", "Ana", "avatar");
  }

  @Test
  void markupThatSaysMoreThanItsTextIsLeftOut() {
    assertThat(kept("{\"id\": 71, \"html\": \"<a href='mailto:kai@example.org'>Kai Lund</a>\"}"))
        .doesNotContain("example.org", "html");
  }

  @Test
  void nothingIsGivenOfWhatIsNotReleasedAsAWhole() {
    String raw = "{\"id\": 71, \"text\": \"Kai Lund\"}";

    assertThat(PublicPayload.of(raw, record(Outcome.REDACT))).isEmpty();
    assertThat(PublicPayload.of(raw, record(Outcome.WITHHOLD))).isEmpty();
    assertThat(PublicPayload.of("no json", record(Outcome.RELEASE))).isEmpty();
    assertThat(PublicPayload.of("{\"karma\": 3}", record(Outcome.RELEASE))).isEmpty();
  }
}
