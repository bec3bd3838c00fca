package hallmonitor.moderation.casework.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.finding.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random hostile texts with random redactions: what is redacted is gone, and the rest stays. */
class ReleasedTextPropertyTest {
  private static final LegalGround GROUND = new LegalGround("g", "§", "", "", "");

  /** Pieces that a careless cut would split, or that hide what is beside them. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "a",
            "é",
            "e\u0301",
            "😀",
            "👩‍👩‍👧",
            "👍🏽",
            "🇺🇸",
            "\r\n",
            "\n",
            " ",
            "\u202e",
            "\u2067",
            "\u200d",
            "\u200b",
            "\ufe0f",
            "שָׁלוֹם",
            "한",
            "ᄒ",
            "ᅡ",
            "नि",
            ",",
            "<",
            "&",
            "\u0301")
        .list()
        .ofMaxSize(25)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<List<Span>> spans() {
    return Arbitraries.integers()
        .between(0, 60)
        .tuple2()
        .map(two -> new Span(Math.min(two.get1(), two.get2()), Math.max(two.get1(), two.get2())))
        .list()
        .ofMaxSize(5);
  }

  @Property
  void nothingRedactedIsLeftAndEverythingElseIs(
      @ForAll("texts") String text, @ForAll("spans") List<Span> spans) {
    List<Redaction> redactions = new ArrayList<>();
    BitSet chosen = new BitSet();
    for (Span span : spans) {
      if (span.to() <= text.length() && !span.of(text).isBlank()) {
        redactions.add(Redaction.ofWords(text, span, GROUND));
        wholeCharacters(text, span, chosen);
      }
    }

    List<ReleasedText.Piece> pieces = ReleasedText.of(text, redactions).pieces();

    StringBuilder left = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      left.append(chosen.get(i) ? "" : text.charAt(i));
    }
    assertThat(seen(released(pieces))).isEqualTo(seen(left.toString()));
    assertThat(pieces.stream().filter(ReleasedText.Piece::isMark).count())
        .isLessThanOrEqualTo(redactions.size());
    if (redactions.isEmpty()) {
      assertThat(ReleasedText.of(text, redactions).in("en")).isEqualTo(text);
    }
  }

  private static void wholeCharacters(String text, Span span, BitSet chosen) {
    Matcher character = Pattern.compile("\\X").matcher(text);
    while (character.find()) {
      if (character.end() > span.from() && character.start() < span.to()) {
        chosen.set(character.start(), character.end());
      }
    }
  }

  private static String released(List<ReleasedText.Piece> pieces) {
    return pieces.stream()
        .filter(piece -> !piece.isMark())
        .map(ReleasedText.Piece::text)
        .collect(Collectors.joining());
  }

  /** White space and invisible signs between two redactions go with them. */
  private static String seen(String text) {
    return text.replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Cc}]", "");
  }

  @Property
  void noPieceStartsOrEndsWithinACharacter(
      @ForAll("texts") String text, @ForAll("spans") List<Span> spans) {
    List<Redaction> redactions =
        spans.stream()
            .filter(span -> span.to() <= text.length() && !span.of(text).isBlank())
            .map(span -> Redaction.ofWords(text, span, GROUND))
            .toList();
    BitSet borders = new BitSet();
    borders.set(0);
    Matcher character = Pattern.compile("\\X").matcher(text);
    while (character.find()) {
      borders.set(character.end());
    }

    assertThat(redactions)
        .extracting(Redaction::span)
        .allSatisfy(
            span -> {
              assertThat(borders.get(span.from())).isTrue();
              assertThat(borders.get(span.to())).isTrue();
            });
  }
}
