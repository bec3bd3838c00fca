package hallmonitor.moderation.console.connect;

import hallmonitor.contract.event.CredentialPlace;
import hallmonitor.moderation.store.connect.AccountConnection;
import hallmonitor.moderation.store.connect.ConnectionInvitation;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.District.Account;

/** An invitation with its connection. Pure. */
record InvitedConnection(ConnectionInvitation invitation, AccountConnection connection) {
  /** Returns why the link no longer works, and what to do; empty while it does. */
  Sentence closed(District district) {
    if (invitation.isUsed() || connection.isConnected()) {
      return Sentence.of(
          "This account is connected, so the link is used up. Nothing is left to do.");
    }
    if (invitation.isRevoked() || connection.endedAt() != null) {
      return Sentence.of(
          "This link was revoked or replaced by a newer one. Ask the person who sent it for another.");
    }
    if (invitation.isExpired()) {
      return Sentence.of("This link has expired. Ask the person who sent it for another.");
    }
    return isMoved(connection, district)
        ? Sentence.of(
            "The account's web address was changed after this link was sent. Ask the person who sent it for another, and compare the address.")
        : Sentence.NONE;
  }

  /** Returns whether the district's file has the account at another place than was agreed. */
  static boolean isMoved(AccountConnection connection, District district) {
    return district
        .account(connection.account())
        .map(account -> !placeOf(account).equals(connection.place()))
        .orElse(connection.renewal());
  }

  private static CredentialPlace placeOf(Account account) {
    return new CredentialPlace(
        account.id(), account.platform(), account.baseUrl().toString(), account.credential());
  }
}
