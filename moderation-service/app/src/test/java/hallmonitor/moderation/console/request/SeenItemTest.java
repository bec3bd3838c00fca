package hallmonitor.moderation.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.casework.redaction.ProposedRedaction;
import hallmonitor.moderation.casework.redaction.ProposerRule;
import hallmonitor.moderation.casework.redaction.RedactedPart;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.finding.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeenItemTest {
  private static ProposedRedaction phone(int from, String... exemption) {
    return new ProposedRedaction(
        RedactedPart.TEXT,
        new Span(from, from + 12),
        ProposerRule.PHONE,
        Optional.of(exemption)
            .filter(given -> given.length > 0)
            .map(given -> new LegalGround(given[0], "5 ILCS 140/7", "", "Private", "Privado")));
  }

  private static SeenItem seen(ProposedRedaction... marked) {
    return SeenItem.of(7, 2, List.of(marked));
  }

  @Test
  void whatAFormSendsBackIsWhatWasSeen() {
    SeenItem seen = seen(phone(3), phone(30, "ferpa"));

    assertThat(SeenItem.read(seen.written())).contains(seen);
    assertThat(SeenItem.read("7:2:; drop")).isEmpty();
  }

  @Test
  void anotherPlaceOrAnotherExemptionIsNotWhatWasSeen() {
    assertThat(seen(phone(3))).isNotEqualTo(seen(phone(4)));
    assertThat(seen(phone(3))).isNotEqualTo(seen(phone(3, "ferpa")));
    assertThat(seen(phone(3, "privacy"))).isNotEqualTo(seen(phone(3, "ferpa")));
    assertThat(seen()).isEqualTo(seen());
  }
}
