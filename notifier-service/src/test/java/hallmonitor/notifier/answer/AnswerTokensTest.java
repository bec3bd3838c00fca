package hallmonitor.notifier.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.notifier.answer.AnswerTokens.Grant;
import hallmonitor.settings.secret.NamedSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
  private static final UUID CONVERSATION = UUID.fromString("9a6b7c5d-1e2f-5a3b-8c4d-6e7f8a9b0c33");

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  @TempDir Path folder;

  private final AnswerTokens tokens = tokens("k");

  private static AnswerTokens tokens(String... keys) {
    return new AnswerTokens(
        Stream.of(keys).map(key -> key.repeat(32).getBytes(UTF_8)).toList(), Duration.ofDays(7));
  }

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
    for (int i = 0; i < token.length(); i++) {
      for (char other : LETTERS.replace(token.substring(i, i + 1), "").toCharArray()) {
        String changed = token.substring(0, i) + other + token.substring(i + 1);
        assertThat(tokens.read(changed)).as("character %d is %s", i, other).isEmpty();
      }
      assertThat(tokens.read(token.substring(0, i))).isEmpty();
    }
  }

  /** Names of three lengths leave 0, 2 and 4 bits of the last character unused. */
  @ParameterizedTest
  @ValueSource(strings = {"o", "os", "ose"})
  void aTokenHasOneSpelling(String person) {
    String token = tokens.token(CONVERSATION, person, NOW);
    String drill = tokens.ofDrills().token(CONVERSATION, person, NOW);
    for (char last : LETTERS.toCharArray()) {
      for (String padding : List.of("", "=", "==")) {
        String spelled = withLast(token, last) + padding;
        assertThat(tokens.read(spelled).isPresent()).as(spelled).isEqualTo(spelled.equals(token));
        String spelledDrill = withLast(drill, last) + padding;
        assertThat(tokens.ofDrills().read(spelledDrill).isPresent())
            .as(spelledDrill)
            .isEqualTo(spelledDrill.equals(drill));
      }
    }
  }

  private static String withLast(String token, char last) {
    return token.substring(0, token.length() - 1) + last;
  }

  @Test
  void anotherKeysTokenIsNone() {
    assertThat(tokens.read(tokens("x").token(CONVERSATION, "osei", NOW))).isEmpty();
  }

  @Test
  void whatAnOlderKeySignedOpensUntilItsLineIsTakenAway() {
    String old = tokens.token(CONVERSATION, "osei", NOW);
    AnswerTokens both = tokens("n", "k");

    assertThat(both.read(old)).isPresent();
    assertThat(both.ofDrills().read(tokens.ofDrills().token(CONVERSATION, "osei", NOW)))
        .isPresent();
    assertThat(tokens.read(both.token(CONVERSATION, "osei", NOW)))
        .as("the new line signs")
        .isEmpty();
    assertThat(tokens("n").read(old)).isEmpty();
  }

  @Test
  void theKeyIsMadeOnceAndOnlyItsOwnerReadsIt() throws IOException {
    NamedSecrets secrets = NamedSecrets.in(folder.resolve("secrets"), name -> null);
    byte[] made = AnswerKey.from(secrets).get(0);

    assertThat(AnswerKey.from(secrets)).singleElement().isEqualTo(made);
    Path file = folder.resolve("secrets/answer-link-key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder.resolve("secrets"))) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void eachLineIsAKeyAndTheFirstSigns() throws IOException {
    String next = "n".repeat(32);
    Files.writeString(folder.resolve("answer-link-key"), next + "\n\n" + "k".repeat(32) + "\n");

    AnswerTokens ours =
        new AnswerTokens(AnswerKey.from(NamedSecrets.in(folder, name -> null)), Duration.ofDays(7));

    assertThat(ours.read(tokens.token(CONVERSATION, "osei", NOW))).isPresent();
    assertThat(tokens("n").read(ours.token(CONVERSATION, "osei", NOW))).isPresent();
  }

  private static AnswerTokens tokensOf(String secret) {
    return new AnswerTokens(
        AnswerKey.from(NamedSecrets.in(Path.of("none"), name -> secret)), Duration.ofDays(7));
  }

  private static AnswerTokens ofOlderVersion(String secret) {
    return new AnswerTokens(List.of(secret.getBytes(UTF_8)), Duration.ofDays(7));
  }

  @Test
  void whatAnOlderVersionSignedWithAllLinesOpens() {
    String lines = "n".repeat(32) + "\n" + "k".repeat(32);
    String token = ofOlderVersion(lines).token(CONVERSATION, "osei", NOW);

    assertThat(tokensOf(lines).read(token)).isPresent();
  }

  @Test
  void aCommentInTheFileIsNoKey() {
    String comment = "# links of Maple District, made 2025-09-01";
    String text = comment + "\n" + "k".repeat(32);
    AnswerTokens ours = tokensOf(text);

    assertThat(ours.read(ofOlderVersion(comment).token(CONVERSATION, "osei", NOW))).isEmpty();
    assertThat(ofOlderVersion(text).read(ours.token(CONVERSATION, "osei", NOW))).isPresent();
  }

  @Test
  void aKeyThatIsTooShortIsRefusedInWords() {
    for (String wrong : List.of("short", "n".repeat(20) + "\nshort", " ")) {
      assertThatThrownBy(() -> AnswerKey.from(NamedSecrets.in(folder, name -> wrong)))
          .as(wrong)
          .hasMessageContaining("fewer than 32 characters");
    }
  }
}
