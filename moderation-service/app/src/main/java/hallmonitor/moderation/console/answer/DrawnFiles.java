package hallmonitor.moderation.console.answer;

import hallmonitor.moderation.casework.redaction.RedactedPart;
import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.casework.request.ItemDecision.Outcome;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.pictures.RedrawnPicture;
import hallmonitor.moderation.store.answer.AnswerRecords.Decided;
import hallmonitor.moderation.store.answer.AnswerWork.FilePiece;
import hallmonitor.moderation.store.archive.CommentFrames;
import hallmonitor.moderation.store.archive.CommentPictures;
import hallmonitor.moderation.store.archive.PictureShelf;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The pictures of released records as files of the package: only those that the archive keeps, each
 * and that someone opened on the page of the item, drawn again, so that nothing of a stranger's
 * file goes out. Nothing is fetched.
 */
@ApplicationScoped
class DrawnFiles {
  /** Their names: the record, the place of the picture in it, and the second of a video. */
  static final Pattern NAME = Pattern.compile("pictures/\\d+-\\d+(-\\d+)?\\.(png|jpg)");

  private final ConsoleDatabase database;

  DrawnFiles(ConsoleDatabase database) {
    this.database = database;
  }

  /**
   * Draws the pictures of a record, one at a time. What is redacted as a whole, and what is not the
   * picture in which a part was covered, is left out.
   *
   * @param kept takes each
   * @return their names
   */
  List<String> draw(Decided one, Consumer<FilePiece> kept) {
    List<String> names = new ArrayList<>();
    if (one.found().outcome() == Outcome.WITHHOLD) {
      return names;
    }
    for (int i = 0; i < one.pictures().size(); i++) {
      String address = one.pictures().get(i);
      List<Redaction> redacted = one.redactions().stream().filter(r -> r.hides(address)).toList();
      boolean released =
          one.found().attachments().contains(address)
              && redacted.stream().noneMatch(r -> r.part() == RedactedPart.ATTACHMENT);
      if (released) {
        draw(one, address, redacted, name(one.found().number(), i + 1), names, kept);
      }
    }
    return names;
  }

  /**
   * Returns the start of the names of a picture's files.
   *
   * @param place of the picture in the record, from 1
   */
  static String name(long record, int place) {
    return "pictures/%d-%d".formatted(record, place);
  }

  private void draw(
      Decided one,
      String address,
      List<Redaction> covers,
      String name,
      List<String> names,
      Consumer<FilePiece> kept) {
    PictureShelf shelf =
        one.found().kind().equals("post") ? PictureShelf.POSTS : PictureShelf.COMMENTS;
    Optional<byte[]> picture =
        database.read(h -> shelf.find(h, one.of(), address)).map(CommentPictures.Kept::content);
    if (picture.isPresent()) {
      add(one, picture.get(), covers, name, names, kept);
    } else if (shelf == PictureShelf.COMMENTS && covers.isEmpty()) {
      for (CommentFrames.Frame frame : database.read(h -> CommentFrames.of(h, one.of(), address))) {
        add(one, frame.content(), List.of(), name + "-" + frame.second(), names, kept);
      }
    }
  }

  private static void add(
      Decided one,
      byte[] content,
      List<Redaction> covers,
      String name,
      List<String> names,
      Consumer<FilePiece> kept) {
    if (!one.opened().contains(CommentPictures.contentKey(content))) {
      return;
    }
    RedrawnPicture.released(content, covers)
        .ifPresent(
            drawn -> {
              String file = name + "." + drawn.extension();
              kept.accept(new FilePiece(file, 0, drawn.content()));
              names.add(file);
            });
  }
}
