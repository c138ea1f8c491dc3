package dev.analystcopilot.api.staff.report;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// Looks for QR codes in a picture: mails with a code instead of a link pass every filter. Text in it is not read. The
/// picture is hostile: its size is asked before it is unpacked, and what is too large is read in coarser steps.
final class Picture {
    private static final long MOST_PIXELS = 100_000_000;
    private static final int WIDEST = 3_000;
    private static final int LONGEST_CODE = 2_000;

    private Picture() {}

    /// @param readable whether it is a picture at all
    /// @param codes what its QR codes say
    record Seen(boolean readable, List<String> codes) {
        Seen {
            codes = List.copyOf(codes);
        }
    }

    static Seen look(byte[] bytes) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return new Seen(false, List.of());
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if ((long) width * height > MOST_PIXELS) {
                    return new Seen(true, List.of());
                }
                ImageReadParam wanted = reader.getDefaultReadParam();
                int step = Math.max(1, Math.max(width, height) / WIDEST);
                wanted.setSourceSubsampling(step, step, 0, 0);
                return new Seen(true, codes(reader.read(0, wanted)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Image readers fail in many ways on files that are made to break them; none of them is ours to mend.
            return new Seen(false, List.of());
        }
    }

    private static List<String> codes(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        List<String> codes = new ArrayList<>();
        try {
            for (Result result :
                    new QRCodeMultiReader().decodeMultiple(bitmap, Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))) {
                String text = result.getText();
                codes.add(text.length() <= LONGEST_CODE ? text : text.substring(0, LONGEST_CODE));
            }
        } catch (NotFoundException e) {
            return List.of();
        }
        return codes;
    }
}
