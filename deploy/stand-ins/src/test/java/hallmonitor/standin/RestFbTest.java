package hallmonitor.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.restfb.Connection;
import com.restfb.DefaultFacebookClient;
import com.restfb.FacebookClient;
import com.restfb.FacebookEndpoints;
import com.restfb.Parameter;
import com.restfb.Version;
import com.restfb.exception.FacebookGraphException;
import com.restfb.exception.FacebookOAuthException;
import com.restfb.json.JsonObject;
import com.restfb.types.Comment;
import com.restfb.types.GraphResponse;
import com.restfb.types.Post;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** restfb accepts the stand-ins for Facebook and Instagram. */
class RestFbTest {
  private FacebookStandIn facebook;
  private InstagramStandIn instagram;

  @BeforeEach
  void start() throws IOException {
    facebook = new FacebookStandIn(InstantSource.system());
    instagram = new InstagramStandIn(InstantSource.system());
  }

  @AfterEach
  void stop() {
    facebook.close();
    instagram.close();
  }

  private static FacebookClient client(String url, String token) {
    DefaultFacebookClient client = new DefaultFacebookClient(token, Version.LATEST);
    client.setFacebookEndpointUrls(new LoopbackEndpoints(url));
    return client;
  }

  private FacebookClient page() {
    return client(facebook.url(), facebook.token());
  }

  @Test
  void postsAndAllTheirCommentsArePaged() {
    String first = facebook.visitors().comment("first");
    facebook.visitors().reply(first, "answer");
    for (int i = 0; i < 40; i++) {
      facebook.visitors().comment("comment " + i);
    }
    Connection<Post> posts =
        page().fetchConnection("me/posts", Post.class, Parameter.with("fields", "id,message"));
    assertThat(posts.getData()).extracting(Post::getId).containsExactly(FacebookStandIn.POST);
    List<Comment> all = new ArrayList<>();
    String after = "";
    do {
      // By the cursor, because restfb requests the address of a next page only over https.
      Connection<Comment> comments =
          page()
              .fetchConnection(
                  FacebookStandIn.POST + "/comments",
                  Comment.class,
                  Parameter.with("filter", "stream"),
                  Parameter.with("limit", 10),
                  Parameter.with("after", after));
      all.addAll(comments.getData());
      after = comments.hasNext() ? comments.getAfterCursor() : "";
    } while (!after.isEmpty());
    assertThat(all).hasSize(42);
    assertThat(all).extracting(Comment::getId).doesNotHaveDuplicates();
    assertThat(all.get(1).getParent().getId()).isEqualTo(first);
    assertThat(all.get(0).getFrom().getName()).isEqualTo("Visitor");
    assertThat(all.get(0).getCreatedTime()).isNotNull();
  }

  @Test
  void commentsAreHiddenAnsweredAndDeleted() {
    String id = facebook.visitors().comment("hide me");
    page().publish(id, GraphResponse.class, Parameter.with("is_hidden", true));
    assertThat(facebook.visitors().shows(id)).isFalse();
    assertThat(
            page()
                .fetchObject(id, Comment.class, Parameter.with("fields", "is_hidden"))
                .getIsHidden())
        .isTrue();
    GraphResponse reply =
        page().publish(id + "/comments", GraphResponse.class, Parameter.with("message", "Thanks"));
    assertThat(reply.getId()).isNotNull();
    assertThat(facebook.visitors().repliesTo(id)).containsExactly("Thanks");
    assertThat(page().deleteObject(id)).isTrue();
    assertThat(
            catchThrowableOfType(
                    FacebookGraphException.class, () -> page().fetchObject(id, Comment.class))
                .getErrorSubcode())
        .isEqualTo(33);
  }

  @Test
  void aTokenThatEndedIsAnOAuthException() {
    facebook.endToken(463);
    FacebookOAuthException thrown =
        catchThrowableOfType(
            FacebookOAuthException.class, () -> page().fetchObject("me", JsonObject.class));
    assertThat(thrown.getErrorCode()).isEqualTo(190);
    assertThat(thrown.getErrorSubcode()).isEqualTo(463);
  }

  @Test
  void instagramsCommentsAreReadHiddenAndAnswered() {
    FacebookClient client = client(instagram.url(), instagram.token());
    String first = instagram.visitors().comment("first");
    instagram.visitors().reply(first, "answer");
    JsonObject comments =
        client.fetchObject(
            InstagramStandIn.MEDIA + "/comments",
            JsonObject.class,
            Parameter.with("fields", "id,text,replies{id}"));
    assertThat(comments.get("data").asArray()).hasSize(1);
    client.publish(first, GraphResponse.class, Parameter.with("hide", true));
    assertThat(instagram.visitors().shows(first)).isFalse();
    client.publish(first, GraphResponse.class, Parameter.with("hide", false));
    client.publish(first + "/replies", GraphResponse.class, Parameter.with("message", "Thanks"));
    assertThat(instagram.visitors().repliesTo(first)).containsExactly("answer", "Thanks");
  }

  /** Redirects every request to the stand-in. */
  record LoopbackEndpoints(String url) implements FacebookEndpoints {
    @Override
    public String getFacebookEndpoint() {
      return url;
    }

    @Override
    public String getGraphEndpoint() {
      return url;
    }

    @Override
    public String getGraphVideoEndpoint() {
      return url;
    }
  }
}
