package hallmonitor.ingest.connector.feed;

import hallmonitor.ingest.connector.TestSite;
import hallmonitor.ingest.connector.wordpress.WordPressSite;

/** The feed of a WordPress site's comments. */
final class FeedSite implements TestSite {
  private final WordPressSite site;
  private final String url;

  FeedSite(WordPressSite site) {
    this.site = site;
    this.url = site.url();
  }

  @Override
  public String url() {
    return url + "/comments/feed";
  }

  @Override
  public String credential() {
    return "";
  }

  @Override
  public String wrongCredential() {
    return "moderator:wrong";
  }

  @Override
  public String post() {
    return site.link();
  }

  /**
   * WordPress shows ten comments and sorts them by the second, in no order within it. So no more
   * than ten are written in a second, or the newest may never be shown.
   */
  @Override
  public String comment(String text) {
    try {
      Thread.sleep(110);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return guid(site.comment(text));
  }

  @Override
  public String reply(String parent, String text) {
    return guid(site.reply(id(parent), text));
  }

  @Override
  public void edit(String guid, String text) {
    site.edit(id(guid), text);
  }

  @Override
  public void delete(String guid) {
    site.delete(id(guid));
  }

  @Override
  public String missing() {
    return guid("999999999");
  }

  @Override
  public boolean shows(String guid) {
    return site.shows(id(guid));
  }

  private String guid(String id) {
    return url + "/?p=" + site.post() + "#comment-" + id;
  }

  private static String id(String guid) {
    return guid.substring(guid.lastIndexOf('-') + 1);
  }
}
