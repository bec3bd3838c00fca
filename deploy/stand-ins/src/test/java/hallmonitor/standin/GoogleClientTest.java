package hallmonitor.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.api.client.auth.oauth2.TokenResponseException;
import com.google.api.client.googleapis.auth.oauth2.GoogleRefreshTokenRequest;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.youtube.YouTube;
import com.google.api.services.youtube.model.Comment;
import com.google.api.services.youtube.model.CommentSnippet;
import com.google.api.services.youtube.model.CommentThreadListResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Google's own client library accepts the stand-in for YouTube. */
class GoogleClientTest {
  private YouTubeStandIn standIn;
  private YouTube client;

  @BeforeEach
  void start() throws IOException {
    standIn = new YouTubeStandIn(InstantSource.system());
    String token = token(standIn.secret().split(":")[2]);
    client =
        new YouTube.Builder(
                new NetHttpTransport(),
                GsonFactory.getDefaultInstance(),
                request -> request.getHeaders().setAuthorization("Bearer " + token))
            .setRootUrl(standIn.url() + "/")
            .setApplicationName("stand-in")
            .build();
  }

  @AfterEach
  void stop() {
    standIn.close();
  }

  private String token(String refreshToken) throws IOException {
    String[] secret = standIn.secret().split(":");
    return new GoogleRefreshTokenRequest(
            new NetHttpTransport(),
            GsonFactory.getDefaultInstance(),
            refreshToken,
            secret[0],
            secret[1])
        .setTokenServerUrl(new GenericUrl(standIn.url() + "/token"))
        .execute()
        .getAccessToken();
  }

  private static String reason(ThrowingCallable call) {
    return catchThrowableOfType(GoogleJsonResponseException.class, call)
        .getDetails()
        .getErrors()
        .get(0)
        .getReason();
  }

  @Test
  void aRefreshTokenThatWasTakenBackIsRefusedAsGoogleRefusesIt() {
    assertThat(
            catchThrowableOfType(TokenResponseException.class, () -> token("1//another"))
                .getDetails()
                .getError())
        .isEqualTo("invalid_grant");
  }

  @Test
  void threadsArePagedNewestFirstWithSomeOfTheirReplies() throws IOException {
    String first = standIn.visitors().comment("first");
    for (int i = 0; i < 7; i++) {
      standIn.visitors().reply(first, "reply " + i);
    }
    for (int i = 0; i < 120; i++) {
      standIn.visitors().comment("comment " + i);
    }
    List<String> ids = new ArrayList<>();
    CommentThreadListResponse page = null;
    do {
      page =
          client
              .commentThreads()
              .list(List.of("snippet", "replies"))
              .setAllThreadsRelatedToChannelId(YouTubeStandIn.CHANNEL)
              .setMaxResults(100L)
              .setPageToken(page == null ? null : page.getNextPageToken())
              .execute();
      page.getItems().forEach(thread -> ids.add(thread.getId()));
    } while (page.getNextPageToken() != null);
    assertThat(ids).hasSize(121).doesNotHaveDuplicates().endsWith(first);
    var last = page.getItems().get(page.getItems().size() - 1);
    assertThat(last.getSnippet().getVideoId()).isEqualTo(YouTubeStandIn.VIDEO);
    assertThat(last.getSnippet().getTotalReplyCount()).isEqualTo(7);
    assertThat(last.getReplies().getComments()).hasSize(5);
    assertThat(client.comments().list(List.of("snippet")).setParentId(first).execute().getItems())
        .hasSize(7)
        .allSatisfy(c -> assertThat(c.getSnippet().getParentId()).isEqualTo(first));
  }

  @Test
  void commentsAreHeldPublishedAndAnswered() throws IOException {
    String id = standIn.visitors().comment("hold me");
    client.comments().setModerationStatus(List.of(id), "heldForReview").execute();
    assertThat(standIn.visitors().shows(id)).isFalse();
    assertThat(
            client
                .comments()
                .list(List.of("snippet"))
                .setId(List.of(id))
                .execute()
                .getItems()
                .get(0)
                .getSnippet()
                .getModerationStatus())
        .isEqualTo("heldForReview");
    client.comments().setModerationStatus(List.of(id), "published").execute();
    assertThat(standIn.visitors().shows(id)).isTrue();
    Comment reply =
        new Comment().setSnippet(new CommentSnippet().setParentId(id).setTextOriginal("Thank you"));
    assertThat(
            client
                .comments()
                .insert(List.of("snippet"), reply)
                .execute()
                .getSnippet()
                .getAuthorChannelId()
                .getValue())
        .isEqualTo(YouTubeStandIn.CHANNEL);
    assertThat(standIn.visitors().repliesTo(id)).containsExactly("Thank you");
  }

  @Test
  void refusalsHaveTheReasonsThatTheDocumentationNames() throws IOException {
    String id = standIn.visitors().comment("not the channel's own");
    assertThat(reason(() -> client.comments().delete(id).execute())).isEqualTo("forbidden");
    assertThat(
            reason(
                () ->
                    client
                        .comments()
                        .setModerationStatus(List.of(id), "heldForReview")
                        .setBanAuthor(true)
                        .execute()))
        .isEqualTo("banWithoutReject");
    assertThat(
            reason(
                () -> client.comments().setModerationStatus(List.of("Ug0"), "published").execute()))
        .isEqualTo("commentNotFound");
    standIn.limitUnits(standIn.units());
    assertThat(
            reason(() -> client.comments().list(List.of("snippet")).setId(List.of(id)).execute()))
        .isEqualTo("quotaExceeded");
  }
}
