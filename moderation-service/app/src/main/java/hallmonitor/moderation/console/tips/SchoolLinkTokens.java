package hallmonitor.moderation.console.tips;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.console.appeal.AppealSeal;
import hallmonitor.moderation.store.tips.SchoolLinks;
import hallmonitor.moderation.store.tips.SchoolLinks.SchoolLink;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;

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

  private String token(SchoolLink link) {
    return link.linkId() + "." + seal.token(PURPOSE, link.linkId());
  }

  /** Returns the address for people. */
  URI address(SchoolLink link) {
    return addresses.of(PublicTipForm.AT_SCHOOL + token(link));
  }

  /** Finds the link of a token; empty for one that is forged or revoked. */
  Optional<SchoolLink> find(String token) {
    int dot = token.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      return links
          .find(UUID.fromString(token.substring(0, dot)))
          .filter(SchoolLink::isWorking)
          .filter(l -> MessageDigest.isEqual(token(l).getBytes(UTF_8), token.getBytes(UTF_8)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
