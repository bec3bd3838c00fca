package hallmonitor.moderation.console.access;

/** Those who were invited and have not come in yet. */
public interface InvitedPeople {
  /** Ends the open invitation of somebody who has come in by single sign-on, if there is one. */
  void cameIn(String userName);
}
