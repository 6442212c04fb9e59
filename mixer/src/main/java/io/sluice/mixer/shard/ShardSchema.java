package io.sluice.mixer.shard;

import java.util.Locale;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** The columns of a shard, in order. Lists are three-level with required elements. */
final class ShardSchema {
  static final String INPUT_IDS = "input_ids";
  static final String LOSS_MASK = "loss_mask";
  static final String STARTS = "seq_start_id";
  static final String DOC_IDS = "doc_ids";
  static final String DOC_KINDS = "doc_kinds";
  static final String SEQUENCE = "sequence";

  static final MessageType MESSAGE =
      MessageTypeParser.parseMessageType(
          """
          message shard {
            required group input_ids (LIST) {
              repeated group list { required int32 element; }
            }
            required group loss_mask (LIST) {
              repeated group list { required int32 element (INTEGER(8, false)); }
            }
            required group seq_start_id (LIST) {
              repeated group list { required int32 element; }
            }
            required group doc_ids (LIST) {
              repeated group list { required binary element (STRING); }
            }
            required group doc_kinds (LIST) {
              repeated group list { required int32 element (INTEGER(16, true)); }
            }
            required int64 sequence;
          }
          """);

  private ShardSchema() {}

  /** The file name of a shard: {@code shard-00000.parquet}. */
  static String fileName(int shard) {
    return String.format(Locale.ROOT, "shard-%05d.parquet", shard);
  }

  /** Whether this is the name of a shard, or of one that was not finished. */
  static boolean isShard(String name) {
    return name.matches("shard-\\d+\\.parquet|\\.shard-\\d+\\.parquet\\..*");
  }
}
