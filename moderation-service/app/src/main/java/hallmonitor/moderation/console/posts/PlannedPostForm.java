package hallmonitor.moderation.console.posts;

import hallmonitor.moderation.store.posts.PlannedPost;
import hallmonitor.moderation.store.posts.PlannedPosts.Content;
import hallmonitor.moderation.wording.Sentence;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed of a planned post, shown again if it cannot be used.
 *
 * @param pictures empty while the question is not answered
 * @param problem what to fix; empty if nothing
 */
public record PlannedPostForm(
    String account,
    String title,
    String body,
    String pictures,
    String checkedBy,
    Sentence problem) {
  static final PlannedPostForm EMPTY = new PlannedPostForm("", "", "", "", "", Sentence.NONE);

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_BODY = 20_000;
  private static final String CHECKED = "checked";
  private static final Set<String> PICTURES = Set.of("none", "nobody", CHECKED);

  static PlannedPostForm of(PlannedPost post) {
    return new PlannedPostForm(
        post.account(),
        post.title(),
        post.body(),
        post.pictures(),
        post.checkedBy(),
        Sentence.NONE);
  }

  static PlannedPostForm typed(
      String account,
      @Nullable String title,
      @Nullable String body,
      @Nullable String pictures,
      @Nullable String checkedBy) {
    PlannedPostForm form =
        new PlannedPostForm(
            account, text(title), text(body), text(pictures), text(checkedBy), Sentence.NONE);
    return form.saying(form.mistake());
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.replace("\0", "").strip();
  }

  PlannedPostForm saying(Sentence sentence) {
    return new PlannedPostForm(account, title, body, pictures, checkedBy, sentence);
  }

  private Sentence mistake() {
    if (body.isEmpty()) {
      return Sentence.of("Write the post.");
    }
    if (title.length() > LONGEST_TITLE || body.length() > LONGEST_BODY) {
      return Sentence.of("Shorten the post to 20,000 characters, and its title to 300.");
    }
    if (!PICTURES.contains(pictures)) {
      return Sentence.of("Say whether the post has pictures, and whether students are in them.");
    }
    return pictures.equals(CHECKED) && checkedBy.isEmpty()
        ? Sentence.of("Say who checked that each student in the pictures may be shown.")
        : Sentence.NONE;
  }

  Content content() {
    return new Content(title, body, pictures, pictures.equals(CHECKED) ? checkedBy : "");
  }
}
