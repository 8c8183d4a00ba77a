using System.Collections.Immutable;
using System.Text;

namespace Tthc.RuleLanguage.Syntax.Printing;

/// <summary>Writes a tree, in parentheses where what stands around binds tighter.</summary>
internal sealed class TreeWriter(StringBuilder output)
{
    /// <summary>Writes an expression where one of at least this precedence can stand.</summary>
    public void Write(ExpressionSyntax node, int lowest)
    {
        var isOpen = PrecedenceOf(node) < lowest;
        output.Append(isOpen ? "(" : "");
        WriteBare(node);
        output.Append(isOpen ? ")" : "");
    }

    private static int PrecedenceOf(ExpressionSyntax node) => node switch
    {
        ConditionalSyntax or LambdaSyntax => Precedence.Conditional,
        BinarySyntax binary => Precedence.Of(binary.Operator),
        InSyntax => Precedence.In,
        UnarySyntax => Precedence.Unary,
        _ => Precedence.Primary,
    };

    private void WriteBare(ExpressionSyntax node)
    {
        switch (node)
        {
            case LiteralSyntax literal:
                LiteralText.Append(output, literal.Value);
                break;
            case NameSyntax name:
                Name(name.Name);
                break;
            case MemberSyntax member:
                Write(member.Target, Precedence.Primary);
                output.Append('.').Append(member.Name);
                break;
            case CallSyntax call:
                Call(call);
                break;
            case IndexSyntax index:
                Write(index.Target, Precedence.Primary);
                List("[", index.Arguments, "]");
                break;
            case UnarySyntax unary:
                Unary(unary);
                break;
            default:
                WriteOperators(node);
                break;
        }
    }

    private void WriteOperators(ExpressionSyntax node)
    {
        switch (node)
        {
            case BinarySyntax binary:
                Binary(binary);
                break;
            case ConditionalSyntax conditional:
                Write(conditional.Condition, Precedence.Coalesce);
                output.Append(" ? ");
                Write(conditional.WhenTrue, Precedence.Conditional);
                output.Append(" : ");
                Write(conditional.WhenFalse, Precedence.Conditional);
                break;
            case InSyntax contained:
                Write(contained.Value, Precedence.In);
                List(contained.IsNegated ? " not in (" : " in (", contained.Candidates, ")");
                break;
            case LambdaSyntax lambda:
                Lambda(lambda);
                break;
            case NewObjectSyntax made:
                NewObject(made);
                break;
            case NewArraySyntax list:
                output.Append("new").Append(list.TypeName is null ? "" : " ").Append(list.TypeName);
                List("[] { ", list.Elements, " }");
                break;
        }
    }

    private void Call(CallSyntax call)
    {
        if (call.Target is null)
        {
            Name(call.Name);
        }
        else
        {
            Write(call.Target, Precedence.Primary);
            output.Append('.').Append(call.Name);
        }
        List("(", call.Arguments, ")");
    }

    private void Unary(UnarySyntax unary)
    {
        output.Append(unary.Operator == UnaryOperator.Not ? '!' : '-');
        // A minus right before a number is part of the number.
        var isNumber = unary.Operator == UnaryOperator.Negate && StartsWithNumber(unary.Operand);
        Write(unary.Operand, isNumber ? Precedence.Primary + 1 : Precedence.Unary);
    }

    private static bool StartsWithNumber(ExpressionSyntax node) => node switch
    {
        LiteralSyntax literal => literal.Value is not (null or bool or char or string) && !LiteralText.IsNegative(literal.Value),
        MemberSyntax member => StartsWithNumber(member.Target),
        CallSyntax { Target: { } target } => StartsWithNumber(target),
        IndexSyntax index => StartsWithNumber(index.Target),
        _ => false,
    };

    private void Binary(BinarySyntax binary)
    {
        var precedence = Precedence.Of(binary.Operator);
        // Fallbacks gather to the right, comparisons not at all, all others to the left; nothing that binds tighter may follow an `in`.
        var isRight = binary.Operator == BinaryOperator.Coalesce;
        Write(binary.Left, isRight || precedence == Precedence.Relational ? precedence + 1 : precedence);
        output.Append(' ').Append(SymbolOf(binary.Operator)).Append(' ');
        Write(binary.Right, isRight ? precedence : precedence + 1);
    }

    private void Lambda(LambdaSyntax lambda)
    {
        if (lambda.Parameters is [var only])
            Name(only.Name);
        else
            List("(", lambda.Parameters.CastArray<ExpressionSyntax>(), ")");
        output.Append(" => ");
        Write(lambda.Body, Precedence.Conditional);
    }

    private void NewObject(NewObjectSyntax made)
    {
        var separator = "new(";
        foreach (var member in made.Members)
        {
            output.Append(separator);
            Write(member.Value, Precedence.Conditional);
            if (!NamesItself(member))
                output.Append(" as ").Append(member.Name);
            separator = ", ";
        }
        output.Append(')');
    }

    private static bool NamesItself(NewMemberSyntax member) => member.Value switch
    {
        NameSyntax name => name.Name == member.Name && name.Name is not ("$" or "^" or "~"),
        MemberSyntax read => read.Name == member.Name,
        _ => false,
    };

    private void List(string open, ImmutableArray<ExpressionSyntax> nodes, string close)
    {
        output.Append(open);
        for (var i = 0; i < nodes.Length; i++)
        {
            output.Append(i == 0 ? "" : ", ");
            Write(nodes[i], Precedence.Conditional);
        }
        output.Append(close);
    }

    private void Name(string name) => output.Append(OperatorWords.IsReserved(name) ? "@" : "").Append(name);

    private static string SymbolOf(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Or => "||",
        BinaryOperator.And => "&&",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.BitAnd => "&",
        BinaryOperator.BitOr => "|",
        BinaryOperator.ShiftLeft => "<<",
        BinaryOperator.ShiftRight => ">>",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Remainder => "%",
        _ => "??",
    };
}
