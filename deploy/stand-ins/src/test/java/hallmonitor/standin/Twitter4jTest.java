package hallmonitor.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import twitter4j.PaginationToken;
import twitter4j.Tweet;
import twitter4j.TweetsResponse;
import twitter4j.Twitter;
import twitter4j.TwitterException;
import twitter4j.TwitterFactory;
import twitter4j.TwitterV2;
import twitter4j.TwitterV2ExKt;
import twitter4j.V2Configuration;
import twitter4j.V2ConfigurationContainer;
import twitter4j.conf.Configuration;
import twitter4j.conf.ConfigurationBuilder;

/** twitter4j, which signs and reads by itself, accepts the stand-in for X. */
class Twitter4jTest {
  private static final String FIELDS =
      "author_id,conversation_id,created_at,referenced_tweets,entities,attachments";

  private XStandIn x;
  private TwitterV2 client;

  @BeforeEach
  void start() throws IOException {
    // A whole second each time: X writes its milliseconds also when they are zero.
    x = new XStandIn(() -> Instant.now().truncatedTo(ChronoUnit.SECONDS));
    client = client(XGate.TOKEN_SECRET);
  }

  private TwitterV2 client(String tokenSecret) {
    Configuration configuration =
        new ConfigurationBuilder()
            .setOAuthConsumerKey(XGate.KEY)
            .setOAuthConsumerSecret(XGate.KEY_SECRET)
            .setOAuthAccessToken(XGate.TOKEN)
            .setOAuthAccessTokenSecret(tokenSecret)
            .build();
    V2ConfigurationContainer.INSTANCE
        .getV2ConfigurationMap()
        .put(configuration, new V2Configuration(x.url() + "/2/"));
    Twitter twitter = new TwitterFactory(configuration).getInstance();
    return TwitterV2ExKt.getV2(twitter);
  }

  @AfterEach
  void stop() {
    x.close();
  }

  @Test
  void whoSignsWithAnotherSecretIsRefused() {
    TwitterException refused =
        catchThrowableOfType(TwitterException.class, () -> client("other").getMe("", "", ""));
    assertThat(refused.getStatusCode()).isEqualTo(401);
  }

  @Test
  void mentionsArePagedNewestFirstWithTheirAuthors() throws Exception {
    List<Long> written = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      written.add(0, Long.parseLong(x.visitors().comment("comment " + i)));
    }
    List<Long> read = new ArrayList<>();
    PaginationToken token = null;
    TweetsResponse page;
    do {
      page = mentions(token);
      page.getTweets().forEach(tweet -> read.add(tweet.getId()));
      token = page.getMeta().getNextToken();
    } while (token != null);
    assertThat(read).isEqualTo(written);
    Tweet first = page.getTweets().get(0);
    assertThat(first.getConversationId()).isEqualTo(Long.parseLong(x.visitors().post()));
    assertThat(page.getUsersMap().get(first.getAuthorId()).getName()).isEqualTo("Dana Reyes");
  }

  private TweetsResponse mentions(PaginationToken token) throws TwitterException {
    return client.getUserMentions(
        Long.parseLong(XPosts.ME),
        null,
        "author_id",
        100,
        "",
        token,
        "",
        "",
        null,
        null,
        FIELDS,
        null,
        "name,username");
  }

  @Test
  void aConversationIsSearched() throws Exception {
    String id = x.visitors().replyWithoutName(x.visitors().post(), "no name & no <tag>");
    TweetsResponse found =
        client.searchRecent(
            "conversation_id:" + x.visitors().post(),
            null,
            "author_id",
            10,
            "",
            null,
            "",
            "",
            null,
            null,
            FIELDS,
            null,
            "name");
    assertThat(found.getTweets())
        .filteredOn(tweet -> tweet.getId() == Long.parseLong(id))
        .singleElement()
        .satisfies(
            tweet ->
                assertThat(tweet.getRepliedToTweetId())
                    .isEqualTo(Long.parseLong(x.visitors().post())));
  }

  /** Hiding is not tried: twitter4j cannot send the body of a PUT. */
  @Test
  void aCommentIsAnswered() throws Exception {
    String id = x.visitors().comment("may I object?");
    client.createTweet(
        null, null, null, null, null, null, null, null, null, Long.valueOf(id), null, "Yes & soon");
    assertThat(x.visitors().answersTo(id)).containsExactly("Yes & soon");
  }

  @Test
  void theSignedInUserIsTheAccount() throws Exception {
    assertThat(client.getMe("", "", "").getUsers().get(0).getScreenName()).isEqualTo("mvschools");
  }
}
