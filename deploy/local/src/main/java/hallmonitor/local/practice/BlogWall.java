package hallmonitor.local.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.standin.web.Request;
import hallmonitor.standin.web.RouteAnswer;
import java.io.IOException;
import java.util.Optional;

/** The comments under the posts of the school's blog. */
record BlogWall(CommentStore store, Feed feed) implements Wall {
  private static final int MOST_THREADS = 200;

  @Override
  public RouteAnswer feed(Request request) {
    int post = request.number("post", 0);
    if (Post.byId(post).isEmpty()) {
      return RouteAnswer.refusal(404, "There is no such post.");
    }
    return feed.await(post, FeedRequest.of(request, MOST_THREADS));
  }

  @Override
  public Optional<String> tooLong(String text) {
    return CommentHtml.fromPlain(text).getBytes(UTF_8).length > CommentResource.MOST_CONTENT
        ? Optional.of("That is too long: shorten it to 65,525 bytes.")
        : Optional.empty();
  }

  @Override
  public Optional<RouteAnswer> refusal(Entry entry) {
    if (Post.byId(entry.post()).isEmpty()) {
      return Optional.of(RouteAnswer.refusal(404, "There is no such post."));
    }
    boolean elsewhere =
        !entry.parent().isEmpty()
            && find(entry.parent()).filter(p -> p.post() == entry.post()).isEmpty();
    return elsewhere
        ? Optional.of(
            RouteAnswer.refusal(409, "The comment you are replying to is no longer here."))
        : Optional.empty();
  }

  @Override
  public boolean isDuplicate(Entry entry) {
    return store.isDuplicate(draft(entry));
  }

  private static PracticeComment.Draft draft(Entry entry) {
    int parent = id(entry.parent()).orElse(0);
    return PracticeComment.Draft.plain(entry.post(), parent, entry.name(), entry.text())
        .ownedBy(entry.browser());
  }

  @Override
  public String write(Entry entry, String picture) throws IOException {
    PracticeComment.Draft draft = draft(entry);
    return String.valueOf(
        store.create(picture.isEmpty() ? draft : draft.withPicture(picture)).id());
  }

  @Override
  public boolean shows(String id, long browser) {
    return find(id).filter(PracticeComment::isPublic).isPresent();
  }

  @Override
  public boolean isBy(String id, long browser) {
    return browser != 0 && find(id).filter(c -> c.owner() == browser).isPresent();
  }

  @Override
  public void edit(String id, String text) throws IOException {
    store.edit(id(id).orElse(0), CommentHtml.fromPlain(text));
  }

  @Override
  public void delete(String id) throws IOException {
    store.delete(id(id).orElse(0));
  }

  private Optional<PracticeComment> find(String id) {
    return id(id).flatMap(store::get);
  }

  private static Optional<Integer> id(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
