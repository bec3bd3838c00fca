package hallmonitor.moderation.policy.lint;

/** The reasons, in words that a technology director can take to counsel. */
final class PublicForum {
  static final String BECAUSE =
      "Comments on a public body's page are a public forum: courts struck down filters that hid"
          + " comments by word, subject or viewpoint without regard to context (Krasno v. Mnookin,"
          + " 7th Cir. 2025; PETA v. Tabak, D.C. Cir. 2024).";

  private PublicForum() {}
}
