package hallmonitor.ingest.connector;

import hallmonitor.standin.Visitors;
import java.util.Optional;

/**
 * A stand-in as the contract suite uses it.
 *
 * @param missing an id of the right form that no comment has
 * @param pictures whether visitors can add pictures to comments
 */
public record StandInSite(
    String url,
    String credential,
    String wrongCredential,
    String post,
    String missing,
    Visitors visitors,
    boolean pictures)
    implements TestSite {
  @Override
  public String comment(String text) {
    return visitors.comment(text);
  }

  @Override
  public String reply(String parent, String text) {
    return visitors.reply(parent, text);
  }

  @Override
  public void edit(String id, String text) {
    visitors.edit(id, text);
  }

  @Override
  public void delete(String id) {
    visitors.delete(id);
  }

  @Override
  public boolean shows(String id) {
    return visitors.shows(id);
  }

  @Override
  public boolean mayWrite(String id) {
    return visitors.mayWrite(id);
  }

  @Override
  public Optional<String> picture(String text) {
    if (!pictures) {
      return Optional.empty();
    }
    String id = comment(text);
    visitors.picture(id, "https://pictures.example/picture.jpg");
    return Optional.of(id);
  }
}
