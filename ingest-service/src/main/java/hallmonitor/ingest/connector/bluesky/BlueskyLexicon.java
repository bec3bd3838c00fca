package hallmonitor.ingest.connector.bluesky;

/**
 * Names and limits of the AT protocol, from its lexicons
 * (https://github.com/bluesky-social/atproto/tree/main/lexicons), by their path there.
 */
final class BlueskyLexicon {
  /** com/atproto/server: 30 calls in 5 minutes and 300 a day for an account, then 429. */
  static final String CREATE_SESSION = "com.atproto.server.createSession";

  static final String REFRESH_SESSION = "com.atproto.server.refreshSession";
  static final String GET_SESSION = "com.atproto.server.getSession";

  static final String GET_RECORD = "com.atproto.repo.getRecord";
  static final String PUT_RECORD = "com.atproto.repo.putRecord";
  static final String DELETE_RECORD = "com.atproto.repo.deleteRecord";

  static final String AUTHOR_FEED = "app.bsky.feed.getAuthorFeed";
  static final String GET_POSTS = "app.bsky.feed.getPosts";
  static final String GET_PROFILE = "app.bsky.actor.getProfile";
  static final String NOTIFICATIONS = "app.bsky.notification.listNotifications";

  /** All direct replies, and a limited number of replies below each; hidden ones are left out. */
  static final String THREAD = "app.bsky.unspecced.getPostThreadV2";

  /** The direct replies that the first call leaves out, such as those hidden by the threadgate. */
  static final String OTHER_REPLIES = "app.bsky.unspecced.getPostThreadOtherV2";

  /** Most levels and most replies of one reply, in {@link #THREAD}. */
  static final String MOST_BELOW = "20";

  static final String MOST_BRANCHES = "100";

  static final String POST = "app.bsky.feed.post";

  /** The record has the key of its post. */
  static final String THREADGATE = "app.bsky.feed.threadgate";

  /** app/bsky/feed/threadgate: maxLength of {@code hiddenReplies}. */
  static final int MOST_HIDDEN = 300;

  static final String BLOCK = "app.bsky.graph.block";

  static final String GET_BLOCKS = "app.bsky.graph.getBlocks";

  /** app/bsky/feed/post: maxGraphemes and maxLength (in bytes of UTF-8) of {@code text}. */
  static final int LONGEST_TEXT = 300;

  static final int LONGEST_TEXT_BYTES = 3_000;

  /** app/bsky/actor/profile: maxGraphemes of {@code description}. */
  static final int LONGEST_DESCRIPTION = 256;

  /** The scope of a session by the account's own password; an app password has others. */
  static final String WHOLE_ACCOUNT = "com.atproto.access";

  private BlueskyLexicon() {}
}
