package hallmonitor.ingest;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.CommentSeen.Lane;
import hallmonitor.contract.event.CredentialResult.Identity;
import hallmonitor.contract.event.CredentialResult.Kind;
import hallmonitor.ingest.account.SealedCredentials;
import hallmonitor.ingest.connector.ForeignText;
import hallmonitor.ingest.polling.PollListener;
import java.time.Duration;

/**
 * Notes who an account's stored credential belongs to while it works, so that a renewal is for the
 * same even if it has ended by then.
 */
record CredentialIdentity(SealedCredentials credentials, String credential)
    implements PollListener {
  private static final System.Logger LOG = System.getLogger(CredentialIdentity.class.getName());

  @Override
  public void read(String account, Lane lane, Duration took) {}

  @Override
  public void published(CommentSeen comment) {}

  @Override
  public void verified(Identity identity) {
    if (identity.kind() != Kind.ACCOUNT || identity.id().isBlank()) {
      return;
    }
    try {
      credentials.note(credential, ForeignText.clean(identity));
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "who the credential {0} belongs to was not noted ({1}); it is tried at the next start",
          credential,
          e.getClass().getSimpleName());
    }
  }
}
