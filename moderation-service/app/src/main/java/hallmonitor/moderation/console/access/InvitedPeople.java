package hallmonitor.moderation.console.access;

/** People who were invited and have not signed in yet. */
public interface InvitedPeople {
  /** Ends a person's open invitation, if there is one, after they signed in by single sign-on. */
  void cameIn(String userName);
}
