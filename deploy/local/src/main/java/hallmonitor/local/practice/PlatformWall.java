package hallmonitor.local.practice;

import hallmonitor.local.web.WaitingRequests;
import hallmonitor.standin.Person;
import hallmonitor.standin.ShownPost;
import hallmonitor.standin.web.Request;
import hallmonitor.standin.web.RouteAnswer;
import java.util.Optional;

/** The comments under the school's post on a platform. */
record PlatformWall(
    TownPlatform platform, ShownPost post, PlatformFeed feed, WaitingRequests waiters)
    implements Wall {
  private static final int MOST_THREADS = 200;

  /** About 400 bytes each, in the launcher's small heap beside the broker. */
  private static final int MOST_COMMENTS = 20_000;

  @Override
  public RouteAnswer feed(Request request) {
    FeedRequest asked = FeedRequest.of(request, MOST_THREADS);
    return waiters.await(
        () -> feed.version() != asked.since(), () -> RouteAnswer.json(200, feed.snapshot(asked)));
  }

  @Override
  public Optional<String> tooLong(String text) {
    return text.codePointCount(0, text.length()) > platform.mostCharacters()
        ? Optional.of("That is too long for this platform: shorten it.")
        : Optional.empty();
  }

  /** These platforms take the same words twice. */
  @Override
  public boolean isDuplicate(Entry entry) {
    return false;
  }

  @Override
  public Optional<RouteAnswer> refusal(Entry entry) {
    if (!post.welcomes(person(entry))) {
      return Optional.of(
          RouteAnswer.refusal(403, "The school has blocked you here: use another name."));
    }
    return post.all().size() < MOST_COMMENTS
        ? Optional.empty()
        : Optional.of(
            RouteAnswer.refusal(
                507,
                "The practice page is full: stop Hall Monitor and delete its practice folder to"
                    + " start over."));
  }

  @Override
  public String write(Entry entry, String picture) {
    return post.write(person(entry), entry.parent(), entry.text(), picture);
  }

  private static Person person(Entry entry) {
    return TownPeople.person(entry.browser(), entry.name());
  }

  @Override
  public boolean shows(String id, long browser) {
    return post.find(id).filter(c -> feed.sees(c, browser)).isPresent();
  }

  @Override
  public boolean isBy(String id, long browser) {
    return post.find(id).filter(c -> TownPeople.wrote(browser, c, post)).isPresent();
  }

  @Override
  public void edit(String id, String text) {
    post.edit(id, text);
  }

  @Override
  public void delete(String id) {
    post.delete(id);
  }
}
