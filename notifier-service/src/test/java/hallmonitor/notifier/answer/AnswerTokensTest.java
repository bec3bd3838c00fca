package hallmonitor.notifier.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.notifier.answer.AnswerTokens.Grant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
  private static final UUID CONVERSATION = UUID.fromString("9a6b7c5d-1e2f-5a3b-8c4d-6e7f8a9b0c33");

  @TempDir Path folder;

  private final AnswerTokens tokens =
      new AnswerTokens("k".repeat(32).getBytes(UTF_8), Duration.ofDays(7));

  @Test
  void aTokenNamesOneEscalationOnePersonAndItsEndAndFitsALine() {
    String token = tokens.token(CONVERSATION, "osei", NOW);

    assertThat(tokens.read(token))
        .contains(new Grant(CONVERSATION, "osei", NOW.plus(Duration.ofDays(7))));
    assertThat(token).hasSizeLessThan(100).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void aTokenWithAnyOneCharacterChangedIsNone() {
    String token = tokens.token(CONVERSATION, "osei", NOW);
    for (int i = 0; i < token.length() - 1; i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(tokens.read(changed)).as("character %d", i).isEmpty();
    }
    for (int i = 0; i < token.length(); i++) {
      assertThat(tokens.read(token.substring(0, i))).isEmpty();
    }
  }

  @Test
  void anotherKeysTokenIsNone() {
    AnswerTokens other = new AnswerTokens("x".repeat(32).getBytes(UTF_8), Duration.ofDays(7));

    assertThat(tokens.read(other.token(CONVERSATION, "osei", NOW))).isEmpty();
  }

  @Test
  void theKeyIsMadeOnceAndOnlyItsOwnerReadsIt() throws IOException {
    byte[] made = AnswerKey.from(folder.resolve("secrets"), Map.of());

    assertThat(AnswerKey.from(folder.resolve("secrets"), Map.of())).isEqualTo(made);
    Path file = folder.resolve("secrets/answer-link-key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder.resolve("secrets"))) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aKeyThatIsTooShortIsRefusedInWords() {
    assertThatThrownBy(
            () -> AnswerKey.from(folder, Map.of("HALLMONITOR_SECRET_ANSWER_LINK_KEY", "short")))
        .hasMessageContaining("fewer than 32 characters");
  }
}
