package hallmonitor.ingest.connector.mediawiki;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.ingest.connector.CommentActions.Applied;
import hallmonitor.ingest.connector.CommentActions.Observed;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.http.JsonAnswer;
import hallmonitor.ingest.connector.mediawiki.TalkPage.Hidden;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Acts on comments. Hiding takes a comment's lines off the page and closes the versions that hold
 * them (https://www.mediawiki.org/wiki/API:Revisiondelete); other people's text in those versions
 * stays on the page.
 */
final class WikiActions {
  private static final Observed SHOWN = new Observed("shown", Visibility.VISIBLE);
  private static final Observed TAKEN_OUT = new Observed("hidden", Visibility.HIDDEN);

  /** Revisions that a wiki closes with one request. */
  private static final int AT_ONCE = 50;

  private static final int MOST_TRIES = 3;

  private final WikiApi api;
  private final TalkPages pages;

  WikiActions(WikiApi api, TalkPages pages) {
    this.api = api;
    this.pages = pages;
  }

  Observed observe(long comment) throws PlatformException {
    TalkPage page = page(comment);
    if (page.hidden(comment).isPresent()) {
      return TAKEN_OUT;
    }
    return page.shown(comment).isEmpty() ? new Observed("removed", Visibility.DELETED) : SHOWN;
  }

  Applied hide(long comment) throws PlatformException {
    Mark mark = new Mark(Mark.Kind.HIDE, String.valueOf(comment));
    for (int tries = 1; ; tries++) {
      TalkPage page = page(comment);
      if (page.hidden(comment).isPresent()) {
        // An earlier attempt may have ended between the two steps.
        boolean changed = close(page, comment, "hide");
        return new Applied(changed, TAKEN_OUT);
      }
      if (page.shown(comment).isEmpty()) {
        return new Applied(false, new Observed("removed", Visibility.DELETED));
      }
      if (edit(
          page, page.without(comment), "Hidden under the comment policy " + mark.text(), tries)) {
        close(page(comment), comment, "hide");
        return new Applied(true, TAKEN_OUT);
      }
    }
  }

  Applied restore(long comment) throws PlatformException {
    Mark mark = new Mark(Mark.Kind.SHOW, String.valueOf(comment));
    for (int tries = 1; ; tries++) {
      TalkPage page = page(comment);
      if (page.hidden(comment).isEmpty()) {
        if (page.shown(comment).isEmpty()) {
          throw gone("Somebody took the comment off the page; put it back there by hand.");
        }
        return new Applied(false, SHOWN);
      }
      Hidden hidden = page.hidden(comment).get();
      close(page, comment, "show");
      if (edit(page, page.with(hidden), "Restored " + mark.text(), tries)) {
        return new Applied(true, SHOWN);
      }
    }
  }

  /** Closes or opens the versions that hold the comment; returns whether any changed. */
  private boolean close(TalkPage page, long comment, String how) throws PlatformException {
    List<Long> ids = page.between(comment, page.hidden(comment).orElseThrow().by());
    boolean changed = false;
    for (int i = 0; i < ids.size(); i += AT_ONCE) {
      Map<String, String> form = new LinkedHashMap<>();
      form.put("action", "revisiondelete");
      form.put("type", "revision");
      form.put("target", page.title());
      form.put("ids", TalkPages.ids(ids.subList(i, Math.min(i + AT_ONCE, ids.size()))));
      form.put(how, "content");
      form.put("reason", "Comment policy");
      for (JsonNode item : api.post(form).body().at("/revisiondelete/items")) {
        // A version that is already in that state causes only a warning.
        changed |= item.path("warnings").isEmpty() && item.path("errors").isEmpty();
      }
    }
    return changed;
  }

  Applied reply(UUID action, long comment, String text) throws PlatformException {
    Mark mark = new Mark(Mark.Kind.REPLY, action.toString());
    for (int tries = 1; ; tries++) {
      TalkPage page = page(comment);
      if (page.hasReply(mark.value())) {
        return new Applied(false, SHOWN);
      }
      if (page.shown(comment).isEmpty()) {
        throw gone("The comment is no longer on the page; there is nothing to answer.");
      }
      String answer = WikiText.escaped(text) + " ~~~~";
      if (edit(page, page.withAnswer(comment, answer), "Reply " + mark.text(), tries)) {
        return new Applied(true, SHOWN);
      }
    }
  }

  Applied block(long comment, boolean block) throws PlatformException {
    PageRevision revision =
        page(comment).revision(comment).orElseThrow(() -> gone("The comment no longer exists."));
    Map<String, String> form = new LinkedHashMap<>();
    form.put("user", revision.user());
    form.put("reason", "Comment policy");
    if (block) {
      form.put("action", "block");
      form.put("expiry", "never"); // the unblock is ordered when it is due
      form.put("nocreate", "1");
      form.put("allowusertalk", "1");
      form.put("anononly", "1"); // many people share a school's address
    } else {
      form.put("action", "unblock");
    }
    try {
      api.post(form);
      return new Applied(true, SHOWN);
    } catch (PlatformException e) {
      if (e.fault() instanceof Fault.Rejected
          && e.fault().sentence().contains(block ? "(alreadyblocked)" : "(cantunblock)")) {
        return new Applied(false, SHOWN);
      }
      throw e;
    }
  }

  /**
   * Saves the page unless someone else just did.
   *
   * @return false if the page has to be read again
   */
  private boolean edit(TalkPage page, String text, String summary, int tries)
      throws PlatformException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("action", "edit");
    form.put("pageid", String.valueOf(page.id()));
    form.put("text", text);
    form.put("summary", summary);
    form.put("baserevid", String.valueOf(page.latest()));
    form.put("nocreate", "1");
    form.put("bot", "1");
    try {
      JsonAnswer answer = api.post(form);
      if (answer.body().at("/edit/result").asText().equals("Success")) {
        return true;
      }
      throw new PlatformException(
          new Fault.Rejected("The wiki did not save the page; look whether a filter stops it."));
    } catch (PlatformException e) {
      if (e.fault() instanceof Fault.Transient && tries < MOST_TRIES) {
        return false;
      }
      throw e;
    }
  }

  private TalkPage page(long comment) throws PlatformException {
    return pages.of(comment).orElseThrow(() -> gone("The comment no longer exists on the wiki."));
  }

  private static PlatformException gone(String sentence) {
    return new PlatformException(new Fault.Gone(sentence));
  }
}
