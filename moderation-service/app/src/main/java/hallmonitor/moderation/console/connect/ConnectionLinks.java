package hallmonitor.moderation.console.connect;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.appeal.AppealSeal;
import hallmonitor.moderation.store.connect.ConnectionInvitation;
import hallmonitor.moderation.store.connect.ConnectionInvitations;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/** Signs the links of invitations, so that the database holds nothing that opens one. */
@ApplicationScoped
public class ConnectionLinks {
  static final String PATH = "/connect/";
  private static final String PURPOSE = "connection link";

  private final AppealSeal seal;
  private final ConnectionInvitations invitations;
  private final URI base;

  ConnectionLinks(
      AppealSeal seal,
      ConnectionInvitations invitations,
      ConnectConfig config,
      ConsoleConfig console) {
    this.seal = seal;
    this.invitations = invitations;
    this.base = config.address().orElse(console.url());
  }

  /** Returns the address that the mail has. */
  URI address(ConnectionInvitation invitation) {
    return base.resolve(PATH + seal.link(PURPOSE, invitation.invitationId()));
  }

  /** Finds the invitation of a token, whether or not it still works; empty if it is forged. */
  Optional<ConnectionInvitation> find(String token) {
    return seal.linked(PURPOSE, token).flatMap(invitations::find);
  }
}
