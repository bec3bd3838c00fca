package hallmonitor.moderation.console.tips;

import hallmonitor.moderation.console.appeal.AppealSeal;
import hallmonitor.moderation.store.tips.SchoolLinks;
import hallmonitor.moderation.store.tips.SchoolLinks.SchoolLink;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/**
 * Signs the links of schools. A token is derived from its link's id, so that a poster can be
 * printed again and the database holds nothing that opens the form.
 */
@ApplicationScoped
public class SchoolLinkTokens {
  private static final String PURPOSE = "school link";

  private final AppealSeal seal;
  private final SchoolLinks links;
  private final TipAddresses addresses;

  SchoolLinkTokens(AppealSeal seal, SchoolLinks links, TipAddresses addresses) {
    this.seal = seal;
    this.links = links;
    this.addresses = addresses;
  }

  /** Returns the address for people. */
  URI address(SchoolLink link) {
    return addresses.of(PublicTipForm.AT_SCHOOL + seal.link(PURPOSE, link.linkId()));
  }

  /** Finds the link of a token; empty for one that is forged or revoked. */
  Optional<SchoolLink> find(String token) {
    return seal.linked(PURPOSE, token).flatMap(links::find).filter(SchoolLink::isWorking);
  }
}
