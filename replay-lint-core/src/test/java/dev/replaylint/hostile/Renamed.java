package dev.replaylint.hostile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;

/** Class files in which names are replaced by what no compiler takes for a name: texts of the constant pool (JVMS 4.4). */
final class Renamed {

    private static final int UTF8 = 1;

    private Renamed() {}

    /** The class file with other texts, where a text is a whole name or a class in a descriptor. */
    static byte[] with(byte[] whole, Map<String, String> names) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(whole));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(in.readLong());
        int count = in.readUnsignedShort();
        out.writeShort(count);
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            out.writeByte(tag);
            if (tag == UTF8) {
                out.writeUTF(renamed(in.readUTF(), names));
            } else {
                out.write(in.readNBytes(length(tag)));
            }
            // Numbers of eight bytes take two places.
            i += tag == 5 || tag == 6 ? 1 : 0;
        }
        out.write(in.readAllBytes());
        return bytes.toByteArray();
    }

    private static String renamed(String text, Map<String, String> names) {
        String renamed = names.getOrDefault(text, text);
        for (Map.Entry<String, String> name : names.entrySet()) {
            renamed = renamed.replace("L" + name.getKey() + ";", "L" + name.getValue() + ";");
        }
        return renamed;
    }

    private static int length(int tag) {
        return switch (tag) {
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 5, 6 -> 8;
            default -> 4;
        };
    }
}
