package dev.analystcopilot.embeddings.score;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/// Puts a [LinearClassifier] into one ONNX graph: weights of 8 bits, spread out again by `DequantizeLinear` when the
/// model is loaded, times the features, plus the bias. Input `features` is `[rows, features]`, output `score` is
/// `[rows, labels]`, the labels' logits.
final class OnnxLinearWriter {
    static final String LABELS = "labels";
    static final String FEATURES = "features_count";
    static final String SEPARATOR = "\n";

    private static final int IR_VERSION = 8;
    private static final int OPSET = 15;
    private static final int LARGEST = 127;

    private OnnxLinearWriter() {}

    static void write(OutputStream out, LinearClassifier model, Map<String, String> notes) throws IOException {
        int features = model.features();
        int labels = model.labels().size();
        byte[] codes = new byte[features * labels];
        TensorProto.Builder scales = tensor("scales", TensorProto.DataType.FLOAT, features);
        for (int f = 0; f < features; f++) {
            scales.addFloatData(quantise(model.weights(f), codes, f * labels));
        }
        TensorProto.Builder bias = tensor("bias", TensorProto.DataType.FLOAT, labels);
        for (float value : model.bias()) {
            bias.addFloatData(value);
        }
        GraphProto.Builder graph = GraphProto.newBuilder()
                .setName("linear")
                .addInput(floats(OnnxTreeWriter.INPUT, features))
                .addOutput(floats(OnnxTreeWriter.OUTPUT, labels))
                .addInitializer(tensor("codes", TensorProto.DataType.INT8, features, labels)
                        .setRawData(ByteString.copyFrom(codes)))
                .addInitializer(scales)
                .addInitializer(bias)
                .addNode(node("DequantizeLinear", "weights", "codes", "scales")
                        .addAttribute(AttributeProto.newBuilder()
                                .setName("axis")
                                .setType(AttributeType.INT)
                                .setI(0)))
                .addNode(node("MatMul", "product", OnnxTreeWriter.INPUT, "weights"))
                .addNode(node("Add", OnnxTreeWriter.OUTPUT, "product", "bias"));
        ModelProto.Builder file = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("analyst-copilot")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                .setGraph(graph)
                .addMetadataProps(property(LABELS, String.join(SEPARATOR, model.labels())))
                .addMetadataProps(property(FEATURES, Integer.toString(features)));
        notes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(note -> file.addMetadataProps(property(note.getKey(), note.getValue())));
        file.build().writeTo(out);
    }

    /// @return what a code is to be multiplied by
    private static float quantise(float[] row, byte[] codes, int from) {
        float most = 0;
        for (float value : row) {
            most = Math.max(most, Math.abs(value));
        }
        float scale = most == 0 ? 1 : most / LARGEST;
        for (int j = 0; j < row.length; j++) {
            codes[from + j] = (byte) Math.round(row[j] / scale);
        }
        return scale;
    }

    private static NodeProto.Builder node(String operation, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(operation)
                .addAllInput(java.util.List.of(inputs))
                .addOutput(output);
    }

    private static TensorProto.Builder tensor(String name, TensorProto.DataType type, int... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type.getNumber());
        for (int size : shape) {
            tensor.addDims(size);
        }
        return tensor;
    }

    private static ValueInfoProto floats(String name, int columns) {
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                .setShape(TensorShapeProto.newBuilder()
                                        .addDim(TensorShapeProto.Dimension.newBuilder()
                                                .setDimParam("rows"))
                                        .addDim(TensorShapeProto.Dimension.newBuilder()
                                                .setDimValue(columns)))))
                .build();
    }

    private static StringStringEntryProto property(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }
}
