/// Finds notes in a script that the buyer does not read: what an agent left in between.
struct ForeignScript {
    let text: NormalizedText
    let expected: TextLanguages

    /// Letters of a note; fewer are a name or a sign of a product.
    private static let leastLetters = 7
    /// Signs that only mainland Chinese uses, which make a run of Han in Japanese Chinese.
    private static let leastChinese = 2

    func runs(meter: inout StepMeter) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var index = 0
        while index < text.count {
            meter.count()
            guard text[index].isEastAsian else {
                index += 1
                continue
            }
            let start = index
            var end = index
            while index < text.count, text[index].isEastAsian || isInner(index) {
                meter.count()
                if text[index].isEastAsian { end = index + 1 }
                index += 1
            }
            if isForeign(start..<end), !isQuoted(start..<end) { runs.append(start..<end) }
        }
        return runs
    }

    /// A comma inside a note.
    private func isInner(_ index: Int) -> Bool {
        text[index] == "," || text[index] == "、" || text[index] == "?" || text[index] == "!"
    }

    private func isForeign(_ range: Range<Int>) -> Bool {
        guard range.count >= Self.leastLetters else { return false }
        let kana = range.filter { (0x3041...0x30FF).contains(text[$0].value) }.count
        if expected == .zh { return false }
        guard expected == .ja else { return true }
        let chinese = range.filter { Self.chineseOnly.contains(text[$0]) }.count
        return kana == 0 && chinese >= Self.leastChinese
    }

    /// Words of a product's screen stand in quotes, and are meant to.
    private func isQuoted(_ range: Range<Int>) -> Bool {
        guard range.lowerBound > 0, let behind = text.scalar(at: range.upperBound) else {
            return false
        }
        return Self.quotes.contains(text[range.lowerBound - 1]) && Self.quotes.contains(behind)
    }

    private static let quotes = Set("\"'「」『』【】()[]".unicodeScalars)
    static let chineseOnly = Set(
        "们这吗您还给请问么说个让从样对时发货单复户无认实订购买卖错误运费应该为开关产质图换报责谢烦查题颜饰压级评价级别络动经销员签价办点边过进选会见现长门车东丝两严丰临举义乌乐习书乱争亏云亚产亲亿仅仓仪价众优伙伞伟传伤伪余侧侨俩债倾偿储儿兑兰兴养兽冻净减凤处备够头夹奖妇孙宁宝审宽对导尽层岁币师帐归录当彻忆怀态总恋恶惯愿戏战户执扩扫扬抚护担拟拥拨择挂挡挤损捡换据掷摆摇搁敌数断无旧显晒晓暂术机杀杂权条来极构标样桥检楼欢欧残毁毕毙气汇汉汤沟没沪泪泼泽洁浅测济浏浓涛润涨渐温游湿满滚滞炼烂烟烦烧热爱牵状犹狈独狭狮猎献环现玛珠电画畅疗疮疯瘫盏盐监盖盘着睁码砖确碍礼种积称稳穷窃竞笔笼筑签简粮紧纠红纤约级纪纯纱纲纳纵纷纸纹纺线练组细织终绍绑结绕绘给络绝统继绩绪续绳维绵综绿缓编缘缩缴网罗罚职联聪肃肠肤肿胀胁胜脉脏脑脚脱脸腾舱艰艳艺节芦苏苹范药莱莲获萧营蓝虑虚虽补装见观规视览觉触订计认讨让训议讯记讲许论设访证评识诉词译试诗诚话诞询详语误说请诸读课谁调谅谈谊谋谎谓谢谨谱败账货质贩贪贫购贴贵贷贸费贺贼资赋赌赏赔赖赚赛赞赠赢趋跃践车轨转轮软轰轻载较辅辆辈辉输边达迁过迈运还这进远违连迟适选递逻遗邮邻郑酱释里鉴针钉钓钟钢钥钱钻铁铃铅银铺链销锁锅错锐锦键锻镇镜长闪闭问闲间闷闹闻阀阁阅队阳阴阵阶际陆陈险随隐难雾静项顺须顾顿预领频题颜额风飞饥饭饮饰饱饼馆馒驱驳驾骂骄验骑骗骤鱼鲁鲜鸟鸡鸣鸭鹅麦黄齐齿龄龙龟"
            .unicodeScalars)
}
