package hallmonitor.local.practice;

import hallmonitor.local.web.PageWords;
import hallmonitor.standin.web.Request;

/**
 * What a browser asks of a feed.
 *
 * @param since version that the browser has
 * @param threads most threads
 * @param browser its own comments are marked; 0 for none
 * @param words in which it is said why comments are gone
 */
record FeedRequest(long since, int threads, long browser, PageWords words) {
  static FeedRequest of(Request request, int mostThreads) {
    String since = request.parameter("since").filter(v -> v.matches("\\d{1,18}")).orElse("0");
    return new FeedRequest(
        Long.parseLong(since),
        Math.max(1, Math.min(request.number("threads", 30), mostThreads)),
        BrowserIdentity.of(request),
        PracticePage.WORDS.orEnglish(request));
  }
}
