package hallmonitor.ingest.connector.ghost;

import com.fasterxml.jackson.databind.JsonNode;
import hallmonitor.ingest.connector.TestSite;
import java.util.Optional;

/** The stand-in as its members use it; their own API needs a browser's session. */
final class GhostSite implements TestSite {
  private final StubGhost ghost;

  GhostSite(StubGhost ghost) {
    this.ghost = ghost;
  }

  @Override
  public String url() {
    return ghost.url();
  }

  @Override
  public String credential() {
    return StubGhost.KEY;
  }

  @Override
  public String wrongCredential() {
    return "a".repeat(24) + ":" + "b".repeat(64);
  }

  @Override
  public String post() {
    return StubGhost.POST;
  }

  @Override
  public String comment(String text) {
    return ghost.comment(html(text), null);
  }

  @Override
  public String reply(String parent, String text) {
    return ghost.comment(html(text), parent);
  }

  @Override
  public void edit(String id, String text) {
    ghost.edit(id, html(text));
  }

  @Override
  public void delete(String id) {
    ghost.setStatus(id, "deleted");
  }

  @Override
  public String missing() {
    return "f".repeat(24);
  }

  @Override
  public boolean shows(String id) {
    JsonNode comment = ghost.find(id);
    return comment != null && comment.path("status").asText().equals("published");
  }

  @Override
  public Optional<String> picture(String text) {
    return Optional.empty(); // members cannot post pictures
  }

  @Override
  public boolean mayWrite(String id) {
    return ghost.mayComment();
  }

  private static String html(String text) {
    return "<p>" + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</p>";
  }
}
