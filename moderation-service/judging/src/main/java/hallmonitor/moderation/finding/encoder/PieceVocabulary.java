package hallmonitor.moderation.finding.encoder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The word pieces that an encoder knows. The file is UTF-8 with one piece per line; the line number
 * from 0 is the id. {@code ##} marks a piece that continues a word.
 */
final class PieceVocabulary {
  private static final String WITHIN = "##";

  final int start;
  final int separator;
  final int unknown;
  final int padding;

  /** Only models that read the post have it. */
  final Optional<Integer> post;

  /** Pieces that start a word. */
  final PieceTrie beginning = new PieceTrie();

  /** Pieces that continue a word, without their mark. */
  final PieceTrie within = new PieceTrie();

  /**
   * Reads a vocabulary.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if one of the four special pieces is missing
   */
  PieceVocabulary(InputStream file) throws IOException {
    Map<String, Integer> special = new HashMap<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8));
    int id = 0;
    for (String piece = lines.readLine(); piece != null; piece = lines.readLine()) {
      if (piece.startsWith("[") && piece.endsWith("]") && piece.length() > 2) {
        special.put(piece, id); // never matched in text, where brackets are separate pieces
      } else if (piece.startsWith(WITHIN) && piece.length() > WITHIN.length()) {
        within.add(piece, WITHIN.length(), id);
      } else if (!piece.isEmpty()) {
        beginning.add(piece, 0, id);
      }
      id++;
    }
    start = of(special, "[CLS]");
    separator = of(special, "[SEP]");
    post = Optional.ofNullable(special.get("[POST]"));
    unknown = of(special, "[UNK]");
    padding = of(special, "[PAD]");
  }

  private static int of(Map<String, Integer> special, String piece) {
    Integer id = special.get(piece);
    if (id == null) {
      throw new IllegalArgumentException("the encoder's vocabulary has no line " + piece);
    }
    return id;
  }
}
