package hallmonitor.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.AccountStatus.State;
import hallmonitor.contract.event.CommentSeen.Kind;
import hallmonitor.contract.event.PostSeen;
import hallmonitor.ingest.account.RateBudget.Use;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PostSighting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests that every post of an account is published with each later version. */
class PostLaneTest extends PollerTests {
  private static final String LONG = "word ".repeat(1_000);

  private List<String> texts(String id) {
    return log.posts(id).stream().map(PostSeen::text).toList();
  }

  @Test
  void everyPostIsPublishedWholeThoughNobodyCommentsOnIt() {
    for (int i = 0; i < 8; i++) {
      source.post("p" + i, LONG + i);
    }
    run(Duration.ofMinutes(2));
    for (int i = 0; i < 8; i++) {
      assertThat(texts("p" + i)).containsExactly(LONG + i);
    }
  }

  @Test
  void eachLaterVersionIsPublishedOnceAndAReturnToAnEarlierOneToo() {
    source.post("p", "On Friday.");
    run(Duration.ofMinutes(12));
    source.post("p", "On Saturday.");
    run(Duration.ofMinutes(6));
    source.post("p", "On Friday.");
    run(Duration.ofMinutes(12));
    assertThat(texts("p")).containsExactly("On Friday.", "On Saturday.", "On Friday.");
    assertThat(log.posts("p").get(0).version()).isEqualTo(log.posts("p").get(2).version());
  }

  @Test
  void anOldPostThatIsEditedIsFoundWithinADay() {
    for (int i = 0; i < 8; i++) {
      source.post("p" + i, "text");
    }
    run(Duration.ofMinutes(2));
    source.post("p0", "another text");
    run(Duration.ofHours(1));
    assertThat(texts("p0")).as("not on the newest page").hasSize(1);
    run(Duration.ofHours(24));
    assertThat(texts("p0")).containsExactly("text", "another text");
  }

  @Test
  void manyPostsAtOnceAreFoundWithoutWaitingForTheNextDay() {
    source.post("first", "text");
    run(Duration.ofMinutes(2));
    for (int i = 0; i < 30; i++) {
      source.post("imported " + i, "text");
    }
    run(Duration.ofMinutes(10));
    for (int i = 0; i < 30; i++) {
      assertThat(texts("imported " + i)).hasSize(1);
    }
  }

  @Test
  void whereALookForNewsCostsLittlePostsAreReadWhenTheyCome() {
    source.stampsPosts();
    source.post("p", "On Friday.");
    run(Duration.ofSeconds(20));
    source.post("p", "On Saturday.");
    run(Duration.ofSeconds(20));
    assertThat(texts("p")).containsExactly("On Friday.", "On Saturday.");
    long pages = source.calls().stream().filter("posts"::equals).count();
    run(Duration.ofHours(1));
    assertThat(source.calls().stream().filter("posts"::equals)).hasSize((int) pages);
  }

  @Test
  void whatWasNotCommittedIsPublishedAgain() {
    source.post("p", "text");
    log.breakNext(1);
    run(Duration.ofMinutes(3));
    assertThat(texts("p")).hasSize(1);
    poller = poller(Optional.empty());
    run(Duration.ofMinutes(1));
    assertThat(texts("p")).as("who archives it knows it").hasSize(2);
  }

  @Test
  void aPlatformThatDoesNotLetTheAccountListItsPostsIsReadOn() {
    source.post("p", "text");
    source.failOnce("posts", 0, new Fault.Rejected("No."));
    source.write("c", "text", clock.instant());
    run(Duration.ofMinutes(10));
    assertThat(poller.state().state()).isEqualTo(State.CONNECTED);
    assertThat(log.comments("c")).hasSize(1);
    assertThat(source.calls().stream().filter("posts"::equals)).as("a day later again").hasSize(1);
  }

  @Test
  void postsWaitWhileThePlatformsAllowanceIsLow() {
    source.post("p", "text");
    budget.learnShare(Use.POSTS.leaves(), Duration.ofHours(6));
    run(Duration.ofHours(5));
    assertThat(texts("p")).isEmpty();
    run(Duration.ofHours(2));
    assertThat(texts("p")).hasSize(1);
  }

  @Test
  void whileTheListOfPostsIsBrokenEditsAreFoundAllTheSame() {
    source.failAlways("posts", new Fault.Transient("The list of posts is broken."));
    source.write("c", "innocent", clock.instant());
    run(Duration.ofMinutes(2));
    source.edit("c", "abuse");
    run(Duration.ofMinutes(1));
    assertThat(kinds("c")).containsExactly(Kind.CREATED, Kind.EDITED);
    long asked = source.calls().stream().filter("posts"::equals).count();
    run(Duration.ofHours(1));
    assertThat(source.calls().stream().filter("posts"::equals).count() - asked)
        .as("every five minutes")
        .isBetween(10L, 13L);
  }

  @Test
  void aListThatLeadsToItselfIsNotReadWithoutEnd() {
    source.listsWithoutEnd();
    source.post("p", "text");
    run(Duration.ofMinutes(20));
    assertThat(texts("p")).hasSize(1);
    assertThat(source.calls().stream().filter("posts"::equals)).hasSizeLessThan(10);
  }

  @Test
  void aPictureWhoseAddressIsOnlySignedAnewIsNoOtherVersion() {
    String day = "https://scontent-iad3-1.xx.fbcdn.net/v/t39.30808-6/10_20_n.jpg?oh=00_AYA&oe=6771";
    String later =
        "https://scontent-lga3-2.xx.fbcdn.net/v/t39.30808-6/10_20_n.jpg?oh=00_AYB&oe=67A9";
    String other =
        "https://scontent-lga3-2.xx.fbcdn.net/v/t39.30808-6/10_21_n.jpg?oh=00_AYB&oe=67A9";
    assertThat(pictured(later).version())
        .isEqualTo(pictured(day).version())
        .isNotEqualTo(pictured(other).version());
    assertThat(pictured("https://example.org/a.php?id=1").version())
        .isNotEqualTo(pictured("https://example.org/a.php?id=2").version());
  }

  private static PostSighting pictured(String picture) {
    return new PostSighting("p", "", "text", List.of(picture), Optional.empty(), Optional.empty());
  }
}
