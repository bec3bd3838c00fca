package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.aComment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.PostSeen;
import hallmonitor.contract.event.Topic;
import hallmonitor.moderation.store.archive.PostArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Tests that every version of every post is kept. */
class PostArchiveTest {
  private static final String LONG = "word ".repeat(1_000);

  private final Stage stage = new Stage();

  private static PostSeen post(String id, String text, int second) {
    return new PostSeen(
        "wordpress",
        "practice",
        id,
        PostSeen.versionOf("Game day", text, List.of("https://example.org/a.jpg")),
        "Game day",
        text,
        List.of("https://example.org/a.jpg"),
        Optional.of("http://127.0.0.1/?p=" + id),
        Optional.empty(),
        at(second));
  }

  private static Instant at(int second) {
    return SeenComment.NOON.plusSeconds(second);
  }

  private void read(PostSeen... posts) throws Exception {
    stage
        .handlers
        .posts()
        .handle(
            Arrays.stream(posts)
                .map(
                    p ->
                        new ConsumerRecord<byte[], byte[]>(
                            Topic.POSTS.topicName(), 0, 0, null, EventJson.write(p)))
                .toList());
  }

  private List<String> versions(String id) {
    return stage
        .database
        .rows("select body from post_version where post_id = '" + id + "' order by observed_at")
        .stream()
        .map(row -> (String) row.get("body"))
        .toList();
  }

  @Test
  void aPostThatNobodyCommentsOnIsKeptWholeWithItsPictures() throws Exception {
    read(post("7", LONG, 0));

    assertThat(versions("7")).containsExactly(LONG);
    assertThat(stage.database.one("select pictures[1] from post_version", String.class))
        .isEqualTo("https://example.org/a.jpg");
    assertThat(stage.database.one("select length(body) from post", Integer.class))
        .as("what comments are judged with")
        .isEqualTo(2_000);
  }

  @Test
  void eachLaterVersionIsAddedAndAReturnToAnEarlierOneToo() throws Exception {
    PostSeen first = post("7", "On Friday.", 0);
    PostSeen second = post("7", "On Saturday.", 60);
    PostSeen back = post("7", "On Friday.", 120);
    read(first, second);
    read(back);
    assertThat(versions("7")).containsExactly("On Friday.", "On Saturday.", "On Friday.");

    read(first, second, back);
    read(post("7", "On Friday.", 180));
    assertThat(versions("7")).as("the same again is no news").hasSize(3);
  }

  @Test
  void versionsAreOnlyEverAddedTo() throws Exception {
    read(post("7", "On Friday.", 0));

    assertThatThrownBy(
            () ->
                stage
                    .database
                    .jdbi()
                    .useHandle(h -> h.execute("update post_version set body = 'Never.'")))
        .hasMessageContaining("only ever added");
  }

  @Test
  void whereNoListShowsPostsWhatCommentsSayOfThemIsKept() throws Exception {
    stage.receive(aComment("17"));
    String mentioned = stage.database.one("select title from post_version", String.class);
    assertThat(mentioned).isEqualTo(stage.database.one("select title from post", String.class));

    stage.receive(aComment("18"));
    assertThat(stage.database.count("post_version")).isEqualTo(1);

    read(post("5", "The whole post.", 60));
    stage.receive(aComment("19"));
    assertThat(versions("5")).as("the list says more").last().isEqualTo("The whole post.");
  }

  @Test
  void aDeletedCommentTakesNothingFromItsPost() throws Exception {
    SeenComment comment = aComment("17");
    stage.receive(comment);
    Map<String, Object> before = stage.database.rows("select * from post").get(0);
    stage.receive(comment.deletedAs("r2"));

    assertThat(stage.database.rows("select * from post")).containsExactly(before);
  }

  @Test
  void aTextThatTheDatabaseCannotHoldIsMended() throws Exception {
    read(post("7", "a\0b\uD800", 0));

    assertThat(versions("7")).containsExactly("a\uFFFDb\uFFFD");
  }

  @Test
  void aPostFromBeforeVersionsWereKeptHasOne() throws Exception {
    stage
        .database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "insert into post (account, post_id, title, body) values"
                        + " ('practice', '7', 'Game day', 'On Friday.')"));
    stage.database.jdbi().useHandle(h -> h.execute(migration("V1_28__posts_before_versions.sql")));
    assertThat(versions("7")).containsExactly("On Friday.");
    assertThat(stage.database.one("select version from post_version", String.class))
        .isEqualTo(PostSeen.versionOf("Game day", "On Friday.", List.of()));
  }

  private static String migration(String file) throws IOException {
    try (InputStream in = PostArchiveTest.class.getResourceAsStream("/db/migration/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void readersOfTheSamePostsDoNotWaitForEachOther() throws Exception {
    List<PostSeen> posts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      posts.add(post("p" + i, "text", 0));
    }
    List<PostSeen> backwards = new ArrayList<>(posts);
    Collections.reverse(backwards);
    CompletableFuture<Void> other =
        CompletableFuture.runAsync(
            () -> repeatedly(backwards), Executors.newSingleThreadExecutor());
    repeatedly(posts);
    assertThatCode(other::join).doesNotThrowAnyException();
  }

  private void repeatedly(List<PostSeen> posts) {
    try {
      for (int i = 0; i < 30; i++) {
        stage
            .database
            .jdbi()
            .useTransaction(t -> new PostArchive(t.getConnection()).addListed(posts));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
