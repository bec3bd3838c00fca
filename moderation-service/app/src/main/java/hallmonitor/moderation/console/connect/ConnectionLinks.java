package hallmonitor.moderation.console.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.console.ConsoleConfig;
import hallmonitor.moderation.console.appeal.AppealSeal;
import hallmonitor.moderation.store.connect.ConnectionInvitation;
import hallmonitor.moderation.store.connect.ConnectionInvitations;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;

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

  private String token(UUID invitation) {
    return invitation + "." + seal.token(PURPOSE, invitation);
  }

  /** Returns the address that the mail has. */
  URI address(ConnectionInvitation invitation) {
    return base.resolve(PATH + token(invitation.invitationId()));
  }

  /** Finds the invitation of a token, whether or not it still works; empty if it is forged. */
  Optional<ConnectionInvitation> find(String token) {
    int dot = token.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      UUID id = UUID.fromString(token.substring(0, dot));
      return MessageDigest.isEqual(token(id).getBytes(UTF_8), token.getBytes(UTF_8))
          ? invitations.find(id)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
