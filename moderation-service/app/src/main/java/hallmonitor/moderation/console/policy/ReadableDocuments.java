package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.drafting.Document;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.Arrays;
import java.util.List;

/**
 * The documents that the viewer may read. Who works only on single accounts does not read those
 * with the addresses and numbers of all staff.
 */
@RequestScoped
public class ReadableDocuments {
  private final Viewer viewer;

  ReadableDocuments(Viewer viewer) {
    this.viewer = viewer;
  }

  List<Document> all() {
    return Arrays.stream(Document.values()).filter(this::may).toList();
  }

  /**
   * Returns the document.
   *
   * @throws NotFoundException if there is none that the viewer may read
   */
  Document of(String code) {
    return Document.of(code).filter(this::may).orElseThrow(NotFoundException::new);
  }

  private boolean may(Document document) {
    return !document.namesPeople() || !viewer.isAccountAdministrator();
  }
}
